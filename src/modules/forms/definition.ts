import { z } from "zod";
import { questionShape } from "./question.ts";
import { conditionShape, nameShape, words } from "./question/words.ts";

/** "Is this already known, or allowed?": asked of a port when the page was answered. */
const checkShape = z.strictObject({
	ask: z
		.string()
		.regex(/^[a-z][a-z0-9-]*$/)
		.describe("The check, such as `bin-rounds`, `known-incidents`, `open-request` or `same-customer`."),
	with: z
		.record(z.string(), nameShape)
		.default({})
		.describe("What the check needs to know, by the question that says it."),
	when: conditionShape.exactOptional().describe("Only when this is true of the answers so far."),
	found: z
		.array(
			z.strictObject({
				finding: z
					.string()
					.regex(/^[a-z][a-z0-9-]*$/)
					.describe("What it found."),
				title: words.describe("The heading of what is said."),
				say: z.array(words).min(1).describe("Paragraphs."),
				continue: words
					.exactOptional()
					.describe(
						"The words with which the customer goes on all the same; without them this is the answer and no request is made.",
					),
			}),
		)
		.min(1)
		.describe(
			"What is said for each thing it may find; what is not named here lets the customer on. `{words}` of the finding are put in.",
		),
});

export type Check = z.infer<typeof checkShape>;

/** An answer that means a risk the whole council acts on alike (risks.yaml): danger, safeguarding, nowhere to sleep tonight. */
const riskShape = z.strictObject({
	risk: z
		.string()
		.regex(/^[a-z][a-z0-9-]*$/)
		.describe("Such as danger, safeguarding or homeless-tonight."),
	after: z.string().describe("The page after which it is told."),
	when: conditionShape.describe("Over the answers up to there."),
});

export type Risk = z.infer<typeof riskShape>;

const pageShape = z.strictObject({
	id: z
		.string()
		.regex(/^[a-z][a-z0-9-]*$/)
		.describe("Its name in addresses."),
	title: words.optional().describe("The heading; needed when the page has several questions."),
	intro: words.optional().describe("A paragraph under the heading."),
	when: conditionShape.optional().describe("Shown only when this is true of the earlier answers."),
	questions: z.array(questionShape).min(1).describe("What is asked on it."),
	needs: z
		.array(
			z.strictObject({
				"one-of": z.array(nameShape).min(2).describe("Questions of this page."),
				error: words.describe("What is said when none was answered."),
			}),
		)
		.default([])
		.describe("Of these questions at least one must be answered."),
	checks: z
		.array(checkShape)
		.default([])
		.describe(
			"What is looked up once the page is answered, and what is said of what was found, before anybody goes on.",
		),
});
export type PageOfQuestions = z.infer<typeof pageShape>;

/** Advice that an answer leads to; the customer may go on only when `continue` says with which words. */
export const stopShape = z.strictObject({
	after: z.string().describe("The page after which it is told."),
	when: conditionShape.describe("Over the answers up to there."),
	title: words.describe("The heading."),
	say: z.array(words).min(1).describe("Paragraphs."),
	call: z.boolean().exactOptional().describe("It asks them to call the council, so its numbers stand beside it."),
	continue: words
		.optional()
		.describe("The words with which the customer goes on all the same; without them it ends there."),
});

export const formShape = z.strictObject({
	pages: z.array(pageShape).min(1).describe("One after the other; those that do not matter are passed over."),
	stops: z.array(stopShape).default([]).describe("Advice that an answer leads to."),
	risks: z.array(riskShape).default([]).describe("Answers that mean a risk the whole council acts on alike."),
	send: words.describe('On the button of the page of answers, such as "Send your report".'),
	declaration: words.optional().describe("What the customer declares by sending."),
});
export type FormDefinition = z.infer<typeof formShape>;
