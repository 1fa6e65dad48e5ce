import { z } from "zod";
import { conditionShape } from "../../forms/index.ts";
import { calendars } from "../../../platform/time/index.ts";
import { day, slug, words } from "./words.ts";

const calendar = z.enum(calendars);

/** A length of time. Working days are counted on a calendar from the day after; a month ends on the same day of the month. */
export const spanShape = z.union([
	z.strictObject({ "working-days": z.int().min(1), calendar }),
	z.strictObject({ hours: z.int().min(1) }),
	z.strictObject({ days: z.int().min(1) }),
	/** Ends on a working day: rolled forward on the calendar (UK GDPR article 12, as the Commissioner counts it). */
	z.strictObject({ months: z.int().min(1), calendar }),
]);
export type Span = z.infer<typeof spanShape>;

/** A rule that changed or will change: the last one whose day has come when the clock starts applies. */
export const datedSpanShape = z.strictObject({ "valid-from": day, is: spanShape, law: words.exactOptional() });

/** A length that is always the same, or one that depends on the day. */
export const withinShape = z.union([spanShape, z.array(datedSpanShape).min(1)]);
export type Within = z.infer<typeof withinShape>;

export const clockShape = z.strictObject({
	id: slug,
	/** The stage that starts it: the first, or one entered later. Entering it again after a reopening starts a new run. */
	starts: slug,
	/** The stages that stop it. Closing stops every clock. */
	stops: z.array(slug).default([]),
	/** Of several clocks with one id, the first whose condition is true of the answers runs. */
	when: conditionShape.optional(),
	within: withinShape,
	/** What arrives after this hour on London's clock, or on a day that is not a working day, counts as the next working day's. Only where a published policy says so. */
	"counts-until": z
		.strictObject({ hour: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), because: words })
		.exactOptional(),
	/** The promise to the customer, such as "We aim to clear it within 3 working days". */
	words,
	/** Share of the span after which it is marked as running out. */
	warn: z.number().min(0).max(1).default(0.75),
	law: words.optional(),
	/** Stages in which the time does not count, each with the law or rule that allows it. */
	pauses: z.array(z.strictObject({ in: slug, because: words, law: words })).default([]),
	/** Leaving this stage starts the whole span again from that day (a clarified request for information). */
	restarts: z.array(z.strictObject({ after: slug, because: words, law: words })).default([]),
	/** The reasons for which an officer may make it longer, and by how much at most. Each once in a run. */
	extends: z
		.array(
			z.strictObject({
				id: slug,
				name: words,
				by: spanShape,
				law: words,
				/** What the customer is told, with the reason the officer gives and the new date: `{reason}`, `{due}`. */
				tells: words,
			}),
		)
		.default([]),
});
export type Clock = z.infer<typeof clockShape>;
