import { z } from "zod";
import { questionShape } from "../../forms/index.ts";
import { id, slug, words } from "./words.ts";

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
	id,
	name: words.describe("For officers."),
	public: z.enum(publicStages).describe("What everyone sees of it: one of the five public stages."),
	words: words.optional().describe("For the customer, in place of the public stage's own words."),
	to: z.array(slug).optional().describe("The stages it may move to; every later one when left out."),
	status: z.enum(wireStatuses).optional().describe("What other systems are told, in place of the public stage's own."),
	"different-officer-from": slug
		.optional()
		.describe("It may not be worked by the officer who worked that earlier stage (a second-stage complaint, for one)."),
	by: z
		.array(slug)
		.min(1)
		.exactOptional()
		.describe("The roles whose officers may move a request here; anyone who works requests when left out."),
	asks: z
		.array(questionShape)
		.default([])
		.describe("What the officer fills in to move a request here. Kept with the move; sealed answers stay sealed."),
});
export type Stage = z.infer<typeof stageShape>;

export const outcomeShape = z.strictObject({
	id,
	name: words.describe("For officers."),
	words: words.describe("For the customer."),
	status: z.enum(wireStatuses).describe("What other systems are told."),
	"needs-message": z.boolean().default(false).describe("The officer must write to the customer when closing with it."),
	from: z.array(slug).min(1).exactOptional().describe("The stages it may be closed from; any when left out."),
	by: z.array(slug).min(1).exactOptional().describe("The roles whose officers may close with it."),
	asks: z.array(questionShape).default([]).describe("What the officer fills in to close with it."),
});
export type ServiceOutcome = z.infer<typeof outcomeShape>;
