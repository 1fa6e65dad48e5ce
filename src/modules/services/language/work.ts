import { z } from "zod";
import { conditionShape, questionShape } from "../../forms/index.ts";
import { spanShape } from "./clock.ts";
import { id, slug, words } from "./words.ts";

/** Something officers must do for a request beside moving it. */
export const taskShape = z.strictObject({
	id,
	name: words.describe("For officers."),
	does: words.describe("What is to be done, for the officer."),
	team: slug.exactOptional().describe("Whose it is; the request's own team when left out."),
	role: slug.exactOptional().describe("Only officers of this role may do it."),
	within: spanShape.describe("Its own clock, from when it is given."),
	on: slug
		.exactOptional()
		.describe("Given when a request enters this stage; without it, only by automation or by an officer."),
	when: conditionShape
		.exactOptional()
		.describe("Given only when this is true of the answers, and of what officers filled in before, as `filled.grade`."),
	before: z
		.array(slug)
		.default([])
		.describe("The request may not close, nor enter these stages, before it is done or set aside with a reason."),
	asks: z.array(questionShape).default([]).describe("What the officer fills in when it is done."),
});
export type TaskDefinition = z.infer<typeof taskShape>;

/** One thing that happens by itself. */
const step = z.union([
	z.strictObject({ message: slug.describe("Sends the customer this template of messages.yaml.") }),
	z.strictObject({ task: slug.describe("Gives this task.") }),
	z.strictObject({
		team: slug.describe("Hands the request over to this team."),
		because: words.describe("Why, for the officers there."),
	}),
	z.strictObject({
		move: slug.describe("Moves the request to this stage."),
		words: words.exactOptional().describe("To the customer, in place of the stage's own."),
	}),
	z.strictObject({
		close: slug.describe("Closes the request with this outcome."),
		words: words.describe("To the customer."),
	}),
	z.strictObject({ ask: slug.describe("Asks the customer this question set of `asks-customer`.") }),
]);
export type AutomationStep = z.infer<typeof step>;

/** What happens by itself when a request enters a stage, or some time after it did and is still there. */
export const automationShape = z.strictObject({
	id,
	on: slug.describe("When a request enters this stage."),
	after: spanShape
		.exactOptional()
		.describe("So long after entering, when it is still in that stage; at once when left out."),
	when: conditionShape
		.exactOptional()
		.describe("Only when this is true of the answers, and of what officers filled in before, as `filled.grade`."),
	because: words.describe("Why, for the timeline."),
	do: z.array(step).min(1).describe("What happens, in order."),
});
export type Automation = z.infer<typeof automationShape>;

/** Questions that an officer, or an automation, may ask the customer later. Answered on the request's own page. */
export const customerQuestionShape = z.strictObject({
	id,
	name: words.describe("For officers."),
	say: words.describe("To the customer: why this is asked."),
	questions: z.array(questionShape).min(1).describe("What is asked, on one page."),
	within: spanShape.describe("How long the customer has."),
	moves: slug.exactOptional().describe("Where the request goes while it waits, if anywhere. A clock may pause there."),
	answered: z
		.strictObject({ move: slug.exactOptional().describe("The stage it goes to.") })
		.default({})
		.describe("What happens by itself when it is answered."),
	unanswered: z
		.strictObject({
			words: words.describe("To the customer."),
			move: slug.exactOptional().describe("The stage it goes to."),
			close: slug.exactOptional().describe("An outcome."),
		})
		.describe("What happens by itself when it is not answered in time."),
	remind: spanShape.exactOptional().describe("Reminded once, so long before the end."),
});
export type CustomerQuestion = z.infer<typeof customerQuestionShape>;

/** What somebody outside the council may be asked or may tell by a link of their own, without signing in. */
export const opinionShape = z.strictObject({
	id,
	name: words.describe('Such as "Network operator" or "Ward councillor".'),
	say: words.describe("To them: what is asked, and why them."),
	shows: z
		.array(z.string())
		.default([])
		.describe(
			"The customer's answers they may see; nothing else of the request is shown but its reference and service.",
		),
	questions: z.array(questionShape).min(1).describe("What is asked, on one page."),
	within: spanShape.describe("How long the link works."),
	moves: z
		.array(slug)
		.default([])
		.describe("The stages that they may move the request to by the link (a partner who does the work)."),
});
export type Opinion = z.infer<typeof opinionShape>;
