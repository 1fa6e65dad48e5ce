import { z } from "zod";
import { questionShape } from "../../forms/index.ts";
import { slug, words } from "./words.ts";

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

export const stageShape = z.strictObject({
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
	/** The roles whose officers may move a request here; anyone who works requests when left out. */
	by: z.array(slug).min(1).exactOptional(),
	/** What the officer fills in to move a request here. Kept with the move; sealed answers stay sealed. */
	asks: z.array(questionShape).default([]),
});
export type Stage = z.infer<typeof stageShape>;

export const outcomeShape = z.strictObject({
	id: slug,
	/** For officers. */
	name: words,
	/** For the customer. */
	words: words,
	status: z.enum(wireStatuses),
	/** The officer must write to the customer when closing with it. */
	"needs-message": z.boolean().default(false),
	/** The stages it may be closed from; any when left out. */
	from: z.array(slug).min(1).exactOptional(),
	by: z.array(slug).min(1).exactOptional(),
	/** What the officer fills in to close with it. */
	asks: z.array(questionShape).default([]),
});
export type ServiceOutcome = z.infer<typeof outcomeShape>;
