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
	id: nameShape,
	/** The question as the customer reads it; alone on its page it is the heading. */
	ask: words,
	/** What error messages and lists call the answer, such as "The date you saw it"; `ask` says it to the customer. */
	called: words.optional(),
	/** A short sentence under the question. */
	hint: words.optional(),
	/** Why the council asks; shown on request and in the information map. */
	why: words,
	optional: z.boolean().default(false),
	/** Asked only when this is true of the earlier answers. */
	when: conditionShape.optional(),
	/** Read only by officers who may read sealed answers, such as the name of a witness. */
	sealed: z.boolean().default(false),
	/** Not sent to, nor taken from, other systems over Open311. */
	local: z.boolean().default(false),
	/** It is about somebody or somewhere else, not about the customer, so the account does not hold it. */
	other: z.boolean().default(false),
	/** The account holds it, and it is asked all the same: filled in, to be confirmed. */
	confirm: z.boolean().default(false),
};

/** Common to every question that is answered; `error` is said when nothing was given, and what must be answered has it. */
export const asked = { ...common, error: words.optional() };

export const optionShape = z.strictObject({
	value: slug,
	label: words,
	hint: words.optional(),
	/** Such as "None of these" or "I do not know": set apart by an "or", and of several choices it stands alone. */
	apart: z.boolean().default(false),
});
export type Option = z.infer<typeof optionShape>;
