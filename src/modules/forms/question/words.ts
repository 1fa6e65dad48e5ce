import { z } from "zod";

/** Names used in conditions: a letter, then letters, digits and underscores, so that CEL reads them as they stand. */
export const nameShape = z
	.string()
	.regex(/^[a-z][A-Za-z0-9_]*$/, "must be letters, digits and _ beginning with a small letter");

export const words = z.string().trim().min(1);

export const slug = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "must be small letters, digits and -");

/** A condition in CEL over the answers, such as `kind == "asbestos"` or `"tyres" in types`. Checked when the pack is read. */
export const conditionShape = z.string().trim().min(1);

export const common = {
	id: nameShape.describe(
		"What conditions and the rest of the definition call the answer; never changed once it is live.",
	),
	ask: words.describe("The question as the customer reads it; alone on its page it is the heading."),
	called: words
		.optional()
		.describe(
			'What error messages and lists call the answer, such as "The date you saw it"; `ask` says it to the customer.',
		),
	hint: words.optional().describe("A short sentence under the question."),
	why: words.describe("Why the council asks; shown on request and in the information map."),
	optional: z.boolean().default(false).describe("It may be left without an answer."),
	when: conditionShape.optional().describe("Asked only when this is true of the earlier answers."),
	sealed: z
		.boolean()
		.default(false)
		.describe("Read only by officers who may read sealed answers, such as the name of a witness."),
	local: z.boolean().default(false).describe("Not sent to, nor taken from, other systems over Open311."),
	other: z
		.boolean()
		.default(false)
		.describe("It is about somebody or somewhere else, not about the customer, so the account does not hold it."),
	confirm: z
		.boolean()
		.default(false)
		.describe("The account holds it, and it is asked all the same: filled in, to be confirmed."),
};

/** Common to every question that is answered; `error` is said when nothing was given, and what must be answered has it. */
export const asked = {
	...common,
	error: words.optional().describe('What is said when it was not answered, such as "Enter your name".'),
};

export const optionShape = z.strictObject({
	value: slug.describe("What conditions call it, and what is kept."),
	label: words.describe("As the customer reads it."),
	hint: words.optional().describe("A short sentence under it."),
	apart: z
		.boolean()
		.default(false)
		.describe(
			'Such as "None of these" or "I do not know": set apart by an "or", and of several choices it stands alone.',
		),
});
export type Option = z.infer<typeof optionShape>;
