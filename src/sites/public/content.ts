import { z } from "zod";
import { definePackPart } from "../../platform/module/index.ts";

const words = z.string().min(1);

const pageSchema = z.strictObject({
	title: words,
	lead: words.optional(),
	sections: z.array(
		z.strictObject({
			heading: words,
			/** Paragraphs. `[words](address)` is a link; `{phone}`, `{email}`, `{council}` and `{hours}` are the council's. */
			text: z.array(words).default([]),
			list: z.array(words).default([]),
			/** Paragraphs after the list. */
			after: z.array(words).default([]),
		}),
	),
});

export type ContentPage = z.infer<typeof pageSchema>;

export const accessibilityPart = definePackPart("content/accessibility.yaml", pageSchema);
export const privacyPart = definePackPart("content/privacy.yaml", pageSchema);
