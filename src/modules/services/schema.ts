import { z } from "zod";
import { definitionShape } from "./definition.ts";

/** The language as JSON Schema, with which editors complete and explain what an analyst writes. Draft 7: what they all read. */
export function definitionSchema(): string {
	const schema = z.toJSONSchema(definitionShape, { io: "input", target: "draft-7", reused: "ref" });
	return `${JSON.stringify({ ...schema, title: "A service of Front Door" }, null, "\t")}\n`;
}
