import { z } from "zod";

/** Names used in conditions: a letter, then letters, digits and underscores, so that CEL reads them as they stand. */
const nameShape = z
	.string()
	.regex(/^[a-z][A-Za-z0-9_]*$/, "must be letters, digits and _ beginning with a small letter");

const words = z.string().trim().min(1);

/** A condition in CEL over the answers, such as `kind == "asbestos"` or `"tyres" in types`. Checked when the pack is read. */
export const conditionShape = words;

const common = {
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

/** What is said when nothing was given; every question that must be answered has it. */
const error = { error: words.optional() };

const option = z.strictObject({
	value: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
	label: words,
	hint: words.optional(),
	/** Such as "None of these" or "I do not know": set apart by an "or", and of several choices it stands alone. */
	apart: z.boolean().default(false),
});
export type Option = z.infer<typeof option>;

export const questionShape = z
	.discriminatedUnion("kind", [
		z.strictObject({ ...common, ...error, kind: z.literal("text"), most: z.int().min(1).max(500).default(200) }),
		z.strictObject({
			...common,
			...error,
			kind: z.literal("long-text"),
			most: z.int().min(1).max(10_000).default(2000),
		}),
		z.strictObject({ ...common, ...error, kind: z.literal("choice"), options: z.array(option).min(2) }),
		z.strictObject({ ...common, ...error, kind: z.literal("choices"), options: z.array(option).min(2) }),
		z.strictObject({ ...common, ...error, kind: z.literal("yes-no") }),
		z.strictObject({
			...common,
			...error,
			kind: z.literal("date"),
			/** Today or earlier. */
			past: z.boolean().default(false),
			/** At most so many days from today: before it when `past`, after it when not. */
			within: z.int().min(1).optional(),
		}),
		z.strictObject({
			...common,
			...error,
			kind: z.literal("number"),
			least: z.number().optional(),
			most: z.number().optional(),
			/** Digits allowed after the point. */
			decimals: z.int().min(0).max(6).default(0),
			/** Shown behind the box, such as "metres". */
			unit: words.optional(),
		}),
		/** Whom the answer is about: the customer who makes the request. */
		z.strictObject({ ...common, ...error, kind: z.literal("name") }),
		z.strictObject({ ...common, ...error, kind: z.literal("email") }),
		z.strictObject({ ...common, ...error, kind: z.literal("phone") }),
		/** A postal address typed in full. */
		z.strictObject({ ...common, ...error, kind: z.literal("address") }),
		/** A spot: a pin on the map, or a postcode, street and description without one. */
		z.strictObject({ ...common, ...error, kind: z.literal("place") }),
		z.strictObject({ ...common, ...error, kind: z.literal("photos"), most: z.int().min(1).max(10).default(5) }),
	])
	.refine((q) => q.optional || q.error !== undefined, {
		message: "a question that must be answered needs `error`: what to say when it is not",
		path: ["error"],
	});

export type Question = z.infer<typeof questionShape>;
export type Kind = Question["kind"];

/** "Is this already known, or allowed?": asked of a port when the page was answered. */
const checkShape = z.strictObject({
	/** The check, such as `bin-rounds`, `known-incidents`, `open-request` or `same-customer`. */
	ask: z.string().regex(/^[a-z][a-z0-9-]*$/),
	/** What the check needs to know, by the question that says it. */
	with: z.record(z.string(), nameShape).default({}),
	when: conditionShape.exactOptional(),
	/** What is said for each thing it may find; what is not named here lets the customer on. `{words}` of the finding are put in. */
	found: z
		.array(
			z.strictObject({
				finding: z.string().regex(/^[a-z][a-z0-9-]*$/),
				title: words,
				say: z.array(words).min(1),
				/** The words with which the customer goes on all the same; without them this is the answer and no request is made. */
				continue: words.exactOptional(),
			}),
		)
		.min(1),
});

/** An answer that means a risk the whole council acts on alike (risks.yaml): danger, safeguarding, nowhere to sleep tonight. */
const riskShape = z.strictObject({
	risk: z.string().regex(/^[a-z][a-z0-9-]*$/),
	/** The page after which it is told. */
	after: z.string(),
	when: conditionShape,
});

const pageShape = z.strictObject({
	id: z.string().regex(/^[a-z][a-z0-9-]*$/),
	/** The heading; needed when the page has several questions. */
	title: words.optional(),
	intro: words.optional(),
	when: conditionShape.optional(),
	questions: z.array(questionShape).min(1),
	/** Of these questions at least one must be answered. */
	needs: z.array(z.strictObject({ "one-of": z.array(nameShape).min(2), error: words })).default([]),
	/** What is looked up once the page is answered, and what is said of what was found, before anybody goes on. */
	checks: z.array(checkShape).default([]),
});
export type PageOfQuestions = z.infer<typeof pageShape>;

/** Advice that an answer leads to; the customer may go on only when `continue` says with which words. */
export const stopShape = z.strictObject({
	after: z.string(),
	when: conditionShape,
	title: words,
	/** Paragraphs. */
	say: z.array(words).min(1),
	/** It asks them to call the council, so its numbers stand beside it. */
	call: z.boolean().exactOptional(),
	continue: words.optional(),
});

export const formShape = z.strictObject({
	pages: z.array(pageShape).min(1),
	stops: z.array(stopShape).default([]),
	risks: z.array(riskShape).default([]),
	/** On the button of the page of answers, such as "Send your report". */
	send: words,
	declaration: words.optional(),
});
export type FormDefinition = z.infer<typeof formShape>;
