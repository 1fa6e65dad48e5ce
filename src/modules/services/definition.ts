import { z } from "zod";
import { conditionShape, formShape } from "../forms/index.ts";
import { clockShape } from "./language/clock.ts";
import { feeShape } from "./language/fee.ts";
import { outcomeShape, stageShape } from "./language/stage.ts";
import { automationShape, customerQuestionShape, opinionShape, taskShape } from "./language/work.ts";
import { slug, words } from "./language/words.ts";

export const definitionShape = z
	.strictObject({
		id: slug.describe("Its name in addresses and in the database; never changed once it is live."),
		name: words.describe("What it is called, as people read it in lists."),
		verb: z
			.enum(["pay", "report", "request", "apply", "book", "find", "tell"])
			.describe("What the customer does, for the home page and the A to Z."),
		topic: slug.describe("The topic of topics.yaml that it stands under."),
		audience: z
			.array(z.enum(["residents", "businesses", "landlords", "visitors", "organisations", "councillors", "staff"]))
			.min(1)
			.default(["residents"])
			.describe("Whom it is for. What is for staff is done at the desk and not shown to the public."),
		channels: z
			.array(z.enum(["web", "phone", "hub", "email", "post", "open311"]))
			.min(1)
			.default(["web", "phone", "hub"])
			.describe("The ways to ask for it."),
		statutory: z.boolean().default(false).describe("Whether a law says that the council must do it."),
		law: words.exactOptional().describe("The law that says how, or that it must be done."),
		verification: z
			.int()
			.min(0)
			.max(3)
			.default(0)
			.describe(
				"How sure the council must be of who asks: 0 not at all, 1 an address that answers, 2 what only they know, 3 papers.",
			),
		"process-owner": words.exactOptional().describe("The job title of who answers for how it is done."),
		systems: z.array(words).default([]).describe("The other systems in which it is worked."),
		lgsl: z.int().optional().describe("The Local Government Service List's number."),
		summary: words.describe("One sentence for lists and search."),
		keywords: z.array(words).default([]).describe("What people call it."),
		"top-task": z.int().optional().describe("Its place among the home page's top tasks, 1 first."),
		start: z
			.strictObject({
				about: z.array(words).min(1).describe("Paragraphs."),
				"you-need": z.array(words).default([]).describe("What to have ready."),
				"not-for": z.array(words).default([]).describe("What people look for here that is done elsewhere."),
				emergency: words.optional().describe("What to do when someone is in danger."),
				call: z
					.boolean()
					.exactOptional()
					.describe("What to do about it is to call the council, so its numbers stand beside it."),
				takes: words.describe('How long it takes, such as "About 5 minutes".'),
				cost: words.default("Free").describe("What it costs, in words."),
				button: words.default("Start now").describe("On the green button."),
			})
			.describe("The page before the form."),
		form: formShape.describe("What is asked: pages of questions, in order."),
		register: z
			.strictObject({
				summary: words.describe("A line for lists: `{question}` stands for its answer in words."),
				description: z.string().optional().describe("The question that says what happened."),
				place: z.string().optional().describe("The question that says where."),
				photos: z.string().optional().describe("The question that takes photos."),
				name: z.string().optional().describe("The question that asks the customer's name."),
				email: z.string().optional().describe("The question that asks their email address."),
				phone: z.string().optional().describe("The question that asks their telephone number."),
				home: z.string().exactOptional().describe("The customer's own address."),
			})
			.describe("Which question says what of the request."),
		tier: z
			.int()
			.min(0)
			.max(3)
			.describe("0 done by itself, 1 a person to talk to, 2 a team that processes, 3 specialists."),
		owner: slug.describe("The team that answers for it."),
		routing: z
			.array(
				z.strictObject({
					when: conditionShape.describe(
						"Over the answers, and of where and when: `at.ward`, `at.locality`; `arrived.hour`, `arrived.weekday` (1 is Monday), `arrived.working` (a working day).",
					),
					team: slug.describe("Where it goes then."),
					tier: z.int().min(0).max(3).optional().describe("The tier there; the service's own when left out."),
					urgent: z.boolean().default(false).describe("Stands first in the queue."),
					because: words.describe("Why, for the request page."),
				}),
			)
			.default([])
			.describe("First match wins; the owner when none matches."),
		public: z.boolean().describe("Other residents and open data may see that it was reported and where."),
		confidential: z.boolean().default(false).describe("Read only by the teams that work it."),
		nearby: z
			.strictObject({
				metres: z.int().min(1).max(2000).describe("How far away."),
				days: z.int().min(0).max(365).describe("How long after they closed."),
			})
			.optional()
			.describe("Show open reports of the same service near the place, so that people can follow one instead."),
		stages: z
			.array(stageShape)
			.min(2)
			.describe("Where a request can be, in order: the first is received, one is closed."),
		reopens: z
			.strictObject({
				to: slug.describe("The stage."),
				within: z.int().min(1).describe("Days after closing in which the customer may."),
				times: z
					.int()
					.min(1)
					.exactOptional()
					.describe("How often at most; as often as there is need when left out. A complaint has one second stage."),
				words: words
					.default("This is not fixed")
					.describe('What the customer presses, such as "I am not happy with this answer".'),
			})
			.describe("Where a reopened request goes."),
		outcomes: z.array(outcomeShape).min(1).describe("How a request can end."),
		tasks: z.array(taskShape).default([]).describe("What officers must do beside moving the request."),
		automation: z.array(automationShape).default([]).describe("What happens by itself."),
		"asks-customer": z.array(customerQuestionShape).default([]).describe("What the customer may be asked later."),
		opinions: z
			.array(opinionShape)
			.default([])
			.describe("Whom outside the council may be asked, by a link of their own."),
		fee: feeShape.exactOptional().describe("What it costs; left out when it is free."),
		promise: z.array(clockShape).min(1).describe("What the customer is promised by when, each a clock."),
		next: z.array(words).min(1).describe("What happens next, for the confirmation page."),
		privacy: z
			.strictObject({
				purpose: words.describe("What the personal data is for."),
				basis: words.describe("The lawful basis: the article of UK GDPR it rests on."),
				law: words.optional().describe("The law that gives the council the task."),
				condition: words
					.exactOptional()
					.describe(
						"For what the law calls special categories of data (health, ethnic origin and so on): the condition relied on.",
					),
				shared: z.array(words).default([]).describe("Whom it is shared with, and when."),
				kept: z
					.strictObject({ years: z.int().min(0).describe("After closing."), because: words.describe("Why so long.") })
					.describe("How long it is kept after closing."),
			})
			.describe("What is done with what people tell, for the privacy notice."),
		open311: z
			.strictObject({
				code: z
					.string()
					.regex(/^[\w-]+$/)
					.describe("The code that other systems name it by."),
				group: words.describe("What it is listed under there."),
				type: z.enum(["realtime", "batch"]).default("realtime").describe("Whether a reference is given at once."),
			})
			.optional()
			.describe("How other systems see it over Open311; left out when they do not."),
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
