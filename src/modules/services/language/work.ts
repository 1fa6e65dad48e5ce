import { z } from "zod";
import { conditionShape, questionShape } from "../../forms/index.ts";
import { spanShape } from "./clock.ts";
import { slug, words } from "./words.ts";

/** Something officers must do for a request beside moving it. */
export const taskShape = z.strictObject({
	id: slug,
	name: words,
	/** What is to be done, for the officer. */
	does: words,
	/** Whose it is; the request's own team when left out. */
	team: slug.exactOptional(),
	/** Only officers of this role may do it. */
	role: slug.exactOptional(),
	/** Its own clock, from when it is given. */
	within: spanShape,
	/** Given when a request enters this stage; without it, only by automation or by an officer. */
	on: slug.exactOptional(),
	when: conditionShape.exactOptional(),
	/** The request may not close, nor enter these stages, before it is done or set aside with a reason. */
	before: z.array(slug).default([]),
	/** What the officer fills in when it is done. */
	asks: z.array(questionShape).default([]),
});
export type TaskDefinition = z.infer<typeof taskShape>;

/** One thing that happens by itself. */
const step = z.union([
	/** Sends the customer a template of messages.yaml. */
	z.strictObject({ message: slug }),
	z.strictObject({ task: slug }),
	/** Hands the request over. */
	z.strictObject({ team: slug, because: words }),
	z.strictObject({ move: slug, words: words.exactOptional() }),
	/** Closes with this outcome and, to the customer, these words. */
	z.strictObject({ close: slug, words }),
	/** Asks the customer a question set of `asks-customer`. */
	z.strictObject({ ask: slug }),
]);
export type AutomationStep = z.infer<typeof step>;

/** What happens by itself when a request enters a stage, or some time after it did and is still there. */
export const automationShape = z.strictObject({
	id: slug,
	on: slug,
	/** So long after entering, when it is still in that stage; at once when left out. */
	after: spanShape.exactOptional(),
	when: conditionShape.exactOptional(),
	/** Why, for the timeline. */
	because: words,
	do: z.array(step).min(1),
});
export type Automation = z.infer<typeof automationShape>;

/** Questions that an officer, or an automation, may ask the customer later. Answered on the request's own page. */
export const customerQuestionShape = z.strictObject({
	id: slug,
	/** For officers. */
	name: words,
	/** To the customer: why this is asked. */
	say: words,
	questions: z.array(questionShape).min(1),
	/** How long the customer has. */
	within: spanShape,
	/** Where the request goes while it waits, if anywhere. A clock may pause there. */
	moves: slug.exactOptional(),
	/** What happens by itself when it is answered, and when it is not answered in time. */
	answered: z.strictObject({ move: slug.exactOptional() }).default({}),
	unanswered: z.strictObject({
		/** To the customer. */
		words,
		move: slug.exactOptional(),
		/** An outcome. */
		close: slug.exactOptional(),
	}),
	/** Reminded once, so long before the end. */
	remind: spanShape.exactOptional(),
});
export type CustomerQuestion = z.infer<typeof customerQuestionShape>;

/** What somebody outside the council may be asked or may tell by a link of their own, without signing in. */
export const opinionShape = z.strictObject({
	id: slug,
	/** Such as "Network operator" or "Ward councillor". */
	name: words,
	/** To them: what is asked, and why them. */
	say: words,
	/** The customer's answers they may see; nothing else of the request is shown but its reference and service. */
	shows: z.array(z.string()).default([]),
	questions: z.array(questionShape).min(1),
	/** How long the link works. */
	within: spanShape,
	/** The stages that they may move the request to by the link (a partner who does the work). */
	moves: z.array(slug).default([]),
});
export type Opinion = z.infer<typeof opinionShape>;
