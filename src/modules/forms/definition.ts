import { z } from "zod";
import { questionShape } from "./question.ts";
import { conditionShape, nameShape, words } from "./question/words.ts";

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
