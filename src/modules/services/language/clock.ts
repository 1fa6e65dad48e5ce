import { z } from "zod";
import { conditionShape } from "../../forms/index.ts";
import { calendars } from "../../../platform/time/index.ts";
import { day, id, slug, words } from "./words.ts";

const calendar = z
	.enum(calendars)
	.describe("The bank holidays that are left out: england, or uk-any for those of any UK nation.");

/** A length of time. Working days are counted on a calendar from the day after; a month ends on the same day of the month. */
export const spanShape = z.union([
	z.strictObject({ "working-days": z.int().min(1).describe("Counted from the day after."), calendar }),
	z.strictObject({ hours: z.int().min(1).describe("By the clock, day and night.") }),
	z.strictObject({ days: z.int().min(1).describe("Calendar days, to the end of the last.") }),
	/** Ends on a working day: rolled forward on the calendar (UK GDPR article 12, as the Commissioner counts it). */
	z.strictObject({
		months: z.int().min(1).describe("To the same day of the month, rolled forward to a working day."),
		calendar,
	}),
]);
export type Span = z.infer<typeof spanShape>;

/** A rule that changed or will change: the last one whose day has come when the clock starts applies. */
const datedSpanShape = z.strictObject({
	"valid-from": day.describe("The first day of the rule."),
	is: spanShape.describe("The length from that day."),
	law: words.exactOptional().describe("What changed it."),
});

/** A length that is always the same, or one that depends on the day. */
const withinShape = z.union([spanShape, z.array(datedSpanShape).min(1)]);
export type Within = z.infer<typeof withinShape>;

export const clockShape = z.strictObject({
	id: id.describe("Clocks of one id are one promise that depends on the answers."),
	starts: slug.describe(
		"The stage that starts it: the first, or one entered later. Entering it again after a reopening starts a new run.",
	),
	stops: z.array(slug).default([]).describe("The stages that stop it. Closing stops every clock."),
	when: conditionShape
		.optional()
		.describe(
			"Of several clocks with one id, the first whose condition is true of the answers runs. At a later stage it may ask what officers filled in, as `filled.grade`.",
		),
	within: withinShape.describe("How long: one length, or a list of lengths each from its day."),
	"counts-until": z
		.strictObject({
			hour: z
				.string()
				.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be an hour such as 16:00")
				.describe("Such as 16:00."),
			because: words.describe("Where the policy is published."),
		})
		.exactOptional()
		.describe(
			"What arrives after this hour on London's clock, or on a day that is not a working day, counts as the next working day's. Only where a published policy says so.",
		),
	words: words.describe('The promise to the customer, such as "We aim to clear it within 3 working days".'),
	warn: z.number().min(0).max(1).default(0.75).describe("Share of the span after which it is marked as running out."),
	law: words.optional().describe("The law or code that sets it."),
	pauses: z
		.array(
			z.strictObject({
				in: slug.describe("The stage."),
				because: words.describe("Why, for the customer."),
				law: words.describe("What allows it."),
			}),
		)
		.default([])
		.describe("Stages in which the time does not count, each with the law or rule that allows it."),
	restarts: z
		.array(
			z.strictObject({
				after: slug.describe("The stage."),
				because: words.describe("Why, for the customer."),
				law: words.describe("What allows it."),
			}),
		)
		.default([])
		.describe("Leaving this stage starts the whole span again from that day (a clarified request for information)."),
	extends: z
		.array(
			z.strictObject({
				id,
				name: words.describe("For officers, who choose it."),
				by: spanShape.describe("At most so much longer."),
				law: words.describe("What allows it."),
				tells: words.describe(
					"What the customer is told, with the reason the officer gives and the new date: `{reason}`, `{due}`.",
				),
			}),
		)
		.default([])
		.describe("The reasons for which an officer may make it longer, and by how much at most. Each once in a run."),
});
export type Clock = z.infer<typeof clockShape>;
