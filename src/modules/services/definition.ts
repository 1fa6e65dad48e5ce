import { z } from "zod";
import { conditionShape, formShape } from "../forms/index.ts";

const slug = z.string().regex(/^[a-z][a-z0-9-]*$/, "must be small letters, digits and -");
const words = z.string().trim().min(1);

export const publicStages = ["received", "forwarded", "planned", "acted-on", "closed"] as const;
export type PublicStage = (typeof publicStages)[number];

/** The words of GeoReport v2 and of the systems that extend it, lower case. */
export const wireStatuses = [
	"open",
	"investigating",
	"in_progress",
	"action_scheduled",
	"planned",
	"for_triage",
	"fixed",
	"closed",
	"no_further_action",
	"not_councils_responsibility",
	"duplicate",
	"internal_referral",
	"cancelled",
] as const;
export type WireStatus = (typeof wireStatuses)[number];

const stage = z.strictObject({
	id: slug,
	/** For officers. */
	name: words,
	public: z.enum(publicStages),
	/** For the customer, in place of the public stage's own words. */
	words: words.optional(),
	/** The stages it may move to; every later one when left out. */
	to: z.array(slug).optional(),
	status: z.enum(wireStatuses).optional(),
	/** It may not be worked by the officer who worked that earlier stage (a second-stage complaint, for one). */
	"different-officer-from": slug.optional(),
});
export type Stage = z.infer<typeof stage>;

const outcome = z.strictObject({
	id: slug,
	/** For officers. */
	name: words,
	/** For the customer. */
	words: words,
	status: z.enum(wireStatuses),
	/** The officer must write to the customer when closing with it. */
	"needs-message": z.boolean().default(false),
});
export type ServiceOutcome = z.infer<typeof outcome>;

const span = z.union([
	z.strictObject({ "working-days": z.int().min(1), calendar: z.enum(["england", "uk-any"]) }),
	z.strictObject({ hours: z.int().min(1) }),
	z.strictObject({ days: z.int().min(1) }),
]);
export type Span = z.infer<typeof span>;

const clock = z.strictObject({
	id: slug,
	/** The stage that starts it: the first, or one entered later. Entering it again after a reopening starts a new run. */
	starts: slug,
	/** The stages that stop it. Closing stops every clock. */
	stops: z.array(slug).default([]),
	/** Of several clocks with one id, the first whose condition is true of the answers runs. */
	when: conditionShape.optional(),
	within: span,
	/** The promise to the customer, such as "We aim to clear it within 3 working days". */
	words,
	/** Share of the span after which it is marked as running out. */
	warn: z.number().min(0).max(1).default(0.75),
	law: words.optional(),
});
export type Clock = z.infer<typeof clock>;

export const definitionShape = z
	.strictObject({
		id: slug,
		name: words,
		verb: z.enum(["pay", "report", "request", "apply", "book", "find", "tell"]),
		topic: slug,
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
		}),
		tier: z.int().min(0).max(3),
		/** The team that answers for it. */
		owner: slug,
		/** First match wins; the owner when none matches. */
		routing: z
			.array(
				z.strictObject({
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
		stages: z.array(stage).min(2),
		/** Where a reopened request goes. */
		reopens: z.strictObject({
			to: slug,
			within: z.int().min(1),
			/** What the customer presses, such as "I am not happy with this answer". */
			words: words.default("This is not fixed"),
		}),
		outcomes: z.array(outcome).min(1),
		promise: z.array(clock).min(1),
		/** What happens next, for the confirmation page. */
		next: z.array(words).min(1),
		privacy: z.strictObject({
			purpose: words,
			basis: words,
			law: words.optional(),
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
