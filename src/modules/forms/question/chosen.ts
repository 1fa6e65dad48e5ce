import { z } from "zod";
import { asked, common, optionShape, slug, words } from "./words.ts";

/** What is answered from a list, by a tick, or by reading on. */
export const chosenKinds = [
	z.strictObject({ ...asked, kind: z.literal("choice"), options: z.array(optionShape).min(2) }),
	z.strictObject({ ...asked, kind: z.literal("choices"), options: z.array(optionShape).min(2) }),
	z
		.strictObject({
			...asked,
			kind: z.literal("select"),
			options: z.array(optionShape).default([]),
			/** A file of `lists/` in the pack; its options take the place of `list` when the pack is read. */
			list: slug.exactOptional(),
		})
		.refine(({ options, list }) => (list === undefined ? options.length >= 2 : options.length === 0), {
			message: "a select has two `options` or more, or the `list` it takes them from",
			path: ["options"],
		}),
	z.strictObject({ ...asked, kind: z.literal("yes-no") }),
	/** Something to agree to before going on. */
	z.strictObject({
		...asked,
		kind: z.literal("declaration"),
		/** Paragraphs. */
		say: z.array(words).min(1),
		/** Beside the box to tick, such as "I understand that …". */
		agree: words,
	}),
	/** Something to read. It asks nothing, so nothing need be said of why. */
	z.strictObject({
		...common,
		why: z.string().default(""),
		kind: z.literal("information"),
		/** In place of `ask`. */
		title: words.exactOptional(),
		/** Paragraphs. */
		say: z.array(words).min(1),
	}),
] as const;
