import { z } from "zod";

/** What a value is, and so how it is read, checked and written. */
const fieldKinds = [
	"name",
	"given",
	"surname",
	"date",
	"born",
	"email",
	"phone",
	"nino",
	"uprn",
	"address",
	"postcode",
	"text",
	"money",
	"yes-no",
	"day-from",
	"day-until",
] as const;

export type FieldKind = (typeof fieldKinds)[number];

export const fieldShape = z.strictObject({
	id: z
		.string()
		.regex(/^[a-z][a-zA-Z0-9-]*$/, "must begin with a small letter and be letters, digits and -")
		.describe("Of what a person is known by, the name that matching has for it: given, born, postcode."),
	name: z.string().trim().min(1).max(60).describe("For officers."),
	kind: z.enum(fieldKinds),
	columns: z.array(z.string().trim().min(1)).default([]).describe("Headings it goes by in the source's files."),
	needed: z.boolean().default(false).describe("A record without it is counted as missing something."),
	shown: z
		.union([z.literal(true), z.enum(["verify", "never"])])
		.default(true)
		.describe("To officers whose purpose opens it; only as yes or no to what the customer says; or to nobody."),
	law: z.enum(["dwp", "electoral"]).exactOptional().describe("Whose law says what it may be used for."),
});

export type Field = z.infer<typeof fieldShape>;

/** The kinds that a field of this id may have, for those that records are compared by. */
export const identityKinds: Readonly<Record<string, readonly FieldKind[]>> = {
	name: ["name"],
	given: ["given"],
	surname: ["surname"],
	born: ["born"],
	email: ["email"],
	phone: ["phone"],
	number: ["nino"],
	uprn: ["uprn"],
	address: ["address"],
	house: ["text"],
	street: ["text"],
	town: ["text"],
	postcode: ["postcode"],
	birthplace: ["text"],
	occupation: ["text"],
	organisation: ["text", "name"],
};
