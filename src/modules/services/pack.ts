import { z } from "zod";
import { definePackPart } from "../../platform/module/index.ts";
import { definitionShape } from "./definition.ts";

const topic = z.strictObject({ id: z.string(), name: z.string(), summary: z.string() });

/** Every service of the council, one file each. */
export const servicesPart = definePackPart("services/", z.array(definitionShape).min(1));

/** What the services are grouped by. */
export const topicsPart = definePackPart("topics.yaml", z.array(topic).min(1));
