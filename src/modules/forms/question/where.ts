import { z } from "zod";
import { asked, slug, words } from "./words.ts";

/** Places and addresses. */
export const whereKinds = [
	z.strictObject({ ...asked, kind: z.literal("address").describe("Any postal address.") }),
	z.strictObject({
		...asked,
		kind: z.literal("property").describe("An address in the council's area, looked up by postcode."),
	}),
	z.strictObject({
		...asked,
		kind: z.literal("place").describe("A spot: a pin on the map, or a postcode, street and description without one."),
		asset: z
			.strictObject({
				layer: slug.describe("The list of things it is in, such as street-lights."),
				ask: words.describe("As the customer reads it."),
				needed: z.boolean().default(false).describe("It must be given."),
			})
			.exactOptional()
			.describe("The thing that stands there, such as a lamp post, by the number on it."),
	}),
] as const;
