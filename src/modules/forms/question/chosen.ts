import { z } from "zod";
import { asked, common, optionShape, slug, words } from "./words.ts";

/** What is answered from a list, by a tick, or by reading on. */
export const chosenKinds = [
	z.strictObject({
		...asked,
		kind: z.literal("choice").describe("One of a few."),
		options: z.array(optionShape).min(2).describe("What there is to choose from."),
	}),
	z.strictObject({
		...asked,
		kind: z.literal("choices").describe("Any number of a few."),
		options: z.array(optionShape).min(2).describe("What there is to choose from."),
	}),
	z
		.strictObject({
			...asked,
			kind: z.literal("select").describe("One of many, in a list that can be searched."),
			options: z.array(optionShape).default([]).describe("What there is to choose from."),
			list: slug
				.exactOptional()
				.describe("A file of `lists/` in the pack; its options take the place of `list` when the pack is read."),
		})
		.refine(({ options, list }) => (list === undefined ? options.length >= 2 : options.length === 0), {
			message: "a select has two `options` or more, or the `list` it takes them from",
			path: ["options"],
		}),
	z.strictObject({ ...asked, kind: z.literal("yes-no").describe('Yes or no; conditions say "yes" and "no".') }),
	z.strictObject({
		...asked,
		kind: z.literal("declaration").describe("Something to agree to before going on."),
		say: z.array(words).min(1).describe("Paragraphs."),
		agree: words.describe('Beside the box to tick, such as "I understand that …".'),
	}),
	z.strictObject({
		...common,
		why: z.string().default("").describe("Not needed: it asks nothing."),
		kind: z.literal("information").describe("Something to read: it asks nothing."),
		title: words.exactOptional().describe("In place of `ask`."),
		say: z.array(words).min(1).describe("Paragraphs."),
	}),
] as const;
