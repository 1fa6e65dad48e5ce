import { z } from "zod";
import { asked, slug, words } from "./words.ts";

/** Places and addresses. */
export const whereKinds = [
	/** Any postal address. */
	z.strictObject({ ...asked, kind: z.literal("address") }),
	/** An address in the council's area. */
	z.strictObject({ ...asked, kind: z.literal("property") }),
	/** A spot: a pin on the map, or a postcode, street and description without one. */
	z.strictObject({
		...asked,
		kind: z.literal("place"),
		/** The thing that stands there, such as a lamp post, by the number on it. */
		asset: z.strictObject({ layer: slug, ask: words, needed: z.boolean().default(false) }).exactOptional(),
	}),
] as const;
