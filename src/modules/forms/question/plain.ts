import { z } from "zod";
import { asked, nameShape, words } from "./words.ts";

/** Words, numbers and dates. */
export const plainKinds = [
	z.strictObject({ ...asked, kind: z.literal("text"), most: z.int().min(1).max(500).default(200) }),
	z.strictObject({ ...asked, kind: z.literal("long-text"), most: z.int().min(1).max(10_000).default(2000) }),
	z.strictObject({
		...asked,
		kind: z.literal("date"),
		/** Today or earlier. */
		past: z.boolean().default(false),
		/** At most so many days from today: before it when `past`, after it when not. */
		within: z.int().min(1).optional(),
		/** An earlier question for a date, which this one may not come before. */
		"not-before": nameShape.exactOptional(),
	}),
	z.strictObject({
		...asked,
		kind: z.literal("number"),
		least: z.number().optional(),
		most: z.number().optional(),
		/** Digits allowed after the point. */
		decimals: z.int().min(0).max(6).default(0),
		/** Shown behind the box, such as "metres". */
		unit: words.optional(),
	}),
	/** An amount in pounds, kept in pence. The limits are in pounds. */
	z.strictObject({
		...asked,
		kind: z.literal("money"),
		least: z.number().min(0).multipleOf(0.01).exactOptional(),
		most: z.number().min(0).multipleOf(0.01).exactOptional(),
	}),
] as const;
