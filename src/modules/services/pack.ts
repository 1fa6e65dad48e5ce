import { z } from "zod";
import { definePackPart } from "../../platform/module/index.ts";
import { definitionShape } from "./definition.ts";
import { listShape, listsIn, withLists } from "./lists.ts";

const topic = z.strictObject({ id: z.string(), name: z.string(), summary: z.string() });

/** Every service of the council, one file each. */
export const servicesPart = definePackPart("services/", async (pack) => {
	const lists = await listsIn(pack);
	return z.array(z.preprocess((said) => withLists(said, lists), definitionShape)).min(1);
});

/** What questions of kind `select` choose from: one file for each list, taken into the definitions that name it. */
export const listsPart = definePackPart("lists/", z.array(listShape));

/** What the services are grouped by. */
export const topicsPart = definePackPart("topics.yaml", z.array(topic).min(1));
