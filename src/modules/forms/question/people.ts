import { z } from "zod";
import { asked } from "./words.ts";

/** Who somebody is, how to reach and to pay them. */
export const peopleKinds = [
	z.strictObject({ ...asked, kind: z.literal("name").describe("Somebody's full name.") }),
	z.strictObject({ ...asked, kind: z.literal("email").describe("An email address.") }),
	z.strictObject({ ...asked, kind: z.literal("phone").describe("A telephone number.") }),
	z.strictObject({ ...asked, kind: z.literal("nino").describe("A National Insurance number; always sealed.") }),
	z.strictObject({ ...asked, kind: z.literal("vehicle").describe("The registration number of a vehicle.") }),
	z.strictObject({
		...asked,
		kind: z.literal("bank").describe("The account to pay into; always sealed."),
		sealed: z
			.literal(true, "bank details are always sealed")
			.default(true)
			.describe("Always true: read only by officers who may read sealed answers."),
		roll: z.boolean().default(false).describe("Asks for a building society's roll number too."),
	}),
] as const;
