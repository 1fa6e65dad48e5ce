import { z } from "zod";
import { conditionShape, formShape } from "../forms/index.ts";
import { clockShape } from "./language/clock.ts";
import { feeShape } from "./language/fee.ts";
import { outcomeShape, stageShape } from "./language/stage.ts";
import { automationShape, customerQuestionShape, opinionShape, taskShape } from "./language/work.ts";
import { slug, words } from "./language/words.ts";

export const definitionShape = z
	.strictObject({
		id: slug,
		name: words,
		verb: z.enum(["pay", "report", "request", "apply", "book", "find", "tell"]),
		topic: slug,
		/** Whom it is for. What is for staff is done at the desk and not shown to the public. */
		audience: z
			.array(z.enum(["residents", "businesses", "landlords", "visitors", "organisations", "councillors", "staff"]))
			.min(1)
			.default(["residents"]),
		/** The ways to ask for it. */
		channels: z
			.array(z.enum(["web", "phone", "hub", "email", "post", "open311"]))
			.min(1)
			.default(["web", "phone", "hub"]),
		/** Whether a law says that the council must do it, and which. */
		statutory: z.boolean().default(false),
		law: words.exactOptional(),
		/** How sure the council must be of who asks: 0 not at all, 1 an address that answers, 2 what only they know, 3 papers. */
		verification: z.int().min(0).max(3).default(0),
		/** The job title of who answers for how it is done. */
		"process-owner": words.exactOptional(),
		/** The other systems in which it is worked. */
		systems: z.array(words).default([]),
		/** The Local Government Service List's number. */
		lgsl: z.int().optional(),
		/** One sentence for lists and search. */
		summary: words,
		/** What people call it. */
		keywords: z.array(words).default([]),
		/** Its place among the home page's top tasks, 1 first. */
		"top-task": z.int().optional(),
		start: z.strictObject({
			/** Paragraphs. */
			about: z.array(words).min(1),
			"you-need": z.array(words).default([]),
			"not-for": z.array(words).default([]),
			/** What to do when someone is in danger. */
			emergency: words.optional(),
			/** What to do about it is to call the council, so its numbers stand beside it. */
			call: z.boolean().exactOptional(),
			takes: words,
			cost: words.default("Free"),
			button: words.default("Start now"),
		}),
		form: formShape,
		/** Which question says what of the request. */
		register: z.strictObject({
			/** A line for lists: `{question}` stands for its answer in words. */
			summary: words,
			description: z.string().optional(),
			place: z.string().optional(),
			photos: z.string().optional(),
			name: z.string().optional(),
			email: z.string().optional(),
			phone: z.string().optional(),
			/** The customer's own address. */
			home: z.string().exactOptional(),
		}),
		tier: z.int().min(0).max(3),
		/** The team that answers for it. */
		owner: slug,
		/** First match wins; the owner when none matches. */
		routing: z
			.array(
				z.strictObject({
					/**
					 * Over the answers, and of where and when: `at.ward`, `at.locality`; `arrived.hour`, `arrived.weekday` (1 is Monday),
					 * `arrived.working` (a working day).
					 */
					when: conditionShape,
					team: slug,
					tier: z.int().min(0).max(3).optional(),
					urgent: z.boolean().default(false),
					/** Why, for the request page. */
					because: words,
				}),
			)
			.default([]),
		/** Other residents and open data may see that it was reported and where. */
		public: z.boolean(),
		/** Read only by the teams that work it. */
		confidential: z.boolean().default(false),
		/** Show open reports of the same service near the place, so that people can follow one instead. */
		nearby: z.strictObject({ metres: z.int().min(1).max(2000), days: z.int().min(0).max(365) }).optional(),
		stages: z.array(stageShape).min(2),
		/** Where a reopened request goes. */
		reopens: z.strictObject({
			to: slug,
			within: z.int().min(1),
			/** What the customer presses, such as "I am not happy with this answer". */
			words: words.default("This is not fixed"),
		}),
		outcomes: z.array(outcomeShape).min(1),
		/** What must be done beside, what happens by itself, what may be asked later, and of whom. */
		tasks: z.array(taskShape).default([]),
		automation: z.array(automationShape).default([]),
		"asks-customer": z.array(customerQuestionShape).default([]),
		opinions: z.array(opinionShape).default([]),
		fee: feeShape.exactOptional(),
		promise: z.array(clockShape).min(1),
		/** What happens next, for the confirmation page. */
		next: z.array(words).min(1),
		privacy: z.strictObject({
			purpose: words,
			basis: words,
			law: words.optional(),
			/** For what the law calls special categories of data (health, ethnic origin and so on): the condition relied on. */
			condition: words.exactOptional(),
			shared: z.array(words).default([]),
			/** How long it is kept after closing. */
			kept: z.strictObject({ years: z.int().min(0), because: words }),
		}),
		open311: z
			.strictObject({
				code: z.string().regex(/^[\w-]+$/),
				group: words,
				type: z.enum(["realtime", "batch"]).default("realtime"),
			})
			.optional(),
	})
	.describe("One service: everything the council says and does about it");

export type Definition = z.infer<typeof definitionShape>;

export { type Clock, type Span, type Within } from "./language/clock.ts";
export { type Fee } from "./language/fee.ts";
export {
	type PublicStage,
	publicStages,
	type ServiceOutcome,
	type Stage,
	type WireStatus,
	wireStatuses,
} from "./language/stage.ts";
export {
	type Automation,
	type AutomationStep,
	type CustomerQuestion,
	type Opinion,
	type TaskDefinition,
} from "./language/work.ts";
