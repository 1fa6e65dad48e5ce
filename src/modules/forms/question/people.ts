import { z } from "zod";
import { asked } from "./words.ts";

/** Who somebody is, how to reach and to pay them. */
export const peopleKinds = [
	/** Whom the answer is about: the customer who makes the request. */
	z.strictObject({ ...asked, kind: z.literal("name") }),
	z.strictObject({ ...asked, kind: z.literal("email") }),
	z.strictObject({ ...asked, kind: z.literal("phone") }),
	/** A National Insurance number. */
	z.strictObject({ ...asked, kind: z.literal("nino") }),
	/** The registration number of a vehicle. */
	z.strictObject({ ...asked, kind: z.literal("vehicle") }),
	/** The account to pay into. Always sealed. */
	z.strictObject({
		...asked,
		kind: z.literal("bank"),
		sealed: z.literal(true, "bank details are always sealed").default(true),
		/** Asks for a building society's roll number too. */
		roll: z.boolean().default(false),
	}),
] as const;
