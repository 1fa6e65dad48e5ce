import { z } from "zod";
import { asked, nameShape, words } from "./words.ts";

/** Words, numbers and dates. */
export const plainKinds = [
	z.strictObject({
		...asked,
		kind: z.literal("text").describe("One line of words."),
		most: z.int().min(1).max(500).default(200).describe("Letters at most."),
	}),
	z.strictObject({
		...asked,
		kind: z.literal("long-text").describe("Words of any number of lines."),
		most: z.int().min(1).max(10_000).default(2000).describe("Letters at most."),
	}),
	z.strictObject({
		...asked,
		kind: z.literal("date").describe("A day."),
		past: z.boolean().default(false).describe("Today or earlier."),
		within: z
			.int()
			.min(1)
			.optional()
			.describe("At most so many days from today: before it when `past`, after it when not."),
		"not-before": nameShape
			.exactOptional()
			.describe("An earlier question for a date, which this one may not come before."),
	}),
	z.strictObject({
		...asked,
		kind: z.literal("number").describe("A number."),
		least: z.number().optional().describe("The smallest there may be."),
		most: z.number().optional().describe("The largest there may be."),
		decimals: z.int().min(0).max(6).default(0).describe("Digits allowed after the point."),
		unit: words.optional().describe('Shown behind the box, such as "metres".'),
	}),
	z.strictObject({
		...asked,
		kind: z.literal("money").describe("An amount in pounds, kept in pence; in conditions it is in pounds."),
		least: z.number().min(0).multipleOf(0.01).exactOptional().describe("The smallest there may be, in pounds."),
		most: z.number().min(0).multipleOf(0.01).exactOptional().describe("The largest there may be, in pounds."),
	}),
] as const;
