import { z } from "zod";
import { gatewaysOf, type Law } from "./gateways.ts";

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, "is small letters, digits and hyphens");
const fieldId = z.string().regex(/^[a-z][A-Za-z0-9-]*$/, "is letters, digits and hyphens");

/** Fields of a source by name, all that may be shown of it, or only that it has a record. */
const sight = z.union([z.enum(["all", "flag"]), z.array(fieldId).min(1)]);

/** The same for every role, or for each role its own. */
const grantShape = z.union([...sight.options, z.record(id, sight)]);

const lawful = (law: Law) =>
	z
		.array(z.enum(gatewaysOf(law)))
		.min(1)
		.optional();

export const purposeShape = z.strictObject({
	id,
	name: z.string().min(1).max(60).describe("as an officer and the customer read it"),
	says: z.string().min(1).max(200).describe("what it is for, in one sentence"),
	basis: z.string().min(1).max(300).describe("the article and law it rests on"),
	asks: z
		.string()
		.min(1)
		.max(100)
		.optional()
		.describe("a question the officer answers in words before anything is shown"),
	roles: z.array(id).min(1).describe("who may state it"),
	team: id.describe("whom officers ask who may not state it"),
	gateways: z
		.strictObject({ dwp: lawful("dwp"), electoral: lawful("electoral") })
		.default({})
		.describe("through which law it may see data that is lent for some purposes only"),
	sources: z.record(id, grantShape).default({}).describe("what it opens of each source"),
	verify: z.array(fieldId).default([]).describe("what may be compared with what the customer says, and is never shown"),
	work: z.array(id).default([]).describe("topics and services from whose requests it is known without asking"),
	untold: z
		.string()
		.min(1)
		.max(200)
		.optional()
		.describe("the law by which the customer is not told of look-ups for it"),
});

/** Why officers open a customer's record, and what it opens for whom. */
export type Purpose = z.infer<typeof purposeShape>;
export type Grant = Purpose["sources"][string];
export type Sight = z.infer<typeof sight>;
