import { z } from "zod";
import { definePackPart } from "../../../platform/module/index.ts";
import type { House } from "../../../platform/context/index.ts";
import { fieldShape } from "./field.ts";

const slug = z.string().regex(/^[a-z][a-z0-9-]*$/, "must be small letters, digits and -");
const sentence = z.string().trim().min(1).max(300);

/** How far what a source says may be leaned on, from the most to the least. */
const standings = ["verified", "statutory", "declared", "typed", "imported"] as const;

const sourceShape = z.strictObject({
	id: slug,
	name: z.string().trim().min(1).max(60),
	says: sentence.describe("What it holds, in one sentence."),
	team: slug.describe("The team that keeps it and answers for what is wrong in it."),
	kind: z.enum(["person", "organisation"]).default("person"),
	purpose: slug.describe("What it was collected for: an id of purposes.yaml."),
	basis: sentence.describe("The law it is held under."),
	standing: z.enum(standings).default("imported"),
	fresh: z.number().int().min(1).max(3_660).describe("Days after which what it says is stale."),
	key: z.string().describe("The field that is the number of a record there."),
	flag: z.boolean().default(false).describe("Only that there is a record may ever be shown."),
	restricted: z.boolean().default(false).describe("Its records are never linked by a machine."),
	fields: z.array(fieldShape).min(1),
});

/** A system that holds records of customers, as the pack declares it. */
export type Source = z.infer<typeof sourceShape>;

/** `sources.yaml`: the systems whose records customers are known by, beside Front Door itself. */
export const sourcesPart = definePackPart("sources.yaml", z.array(sourceShape), { without: [] });

export function sources(house: House): readonly Source[] {
	return sourcesPart.of(house);
}

export function sourceOf(house: House, id: string): Source | undefined {
	return sources(house).find((one) => one.id === id);
}
