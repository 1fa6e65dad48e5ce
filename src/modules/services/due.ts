/** When a clock runs out: from its rule, and from the pauses and extensions of one run of it. */
import {
	addCalendarMonths,
	addDays,
	addHours,
	addWorkingDays,
	daysBetween,
	endOfDay,
	isWorkingDay,
	londonDate,
	londonMinutes,
	rollForward,
	workingDaysBetween,
} from "../../platform/time/index.ts";
import type { Clock, Span, Within } from "./definition.ts";

/** What happened to one run of a clock, oldest pause first. `longer` is in the unit of the clock's own span. */
export type Course = {
	readonly startedAt: Date;
	readonly pauses: readonly { readonly from: Date; readonly to: Date }[];
	readonly longer: number;
};

/** The rule of that day: of lengths that change, the last whose day has come; the first before that. */
function spanOn(within: Within, date: string): Span {
	return ruleOn(within, date).is;
}

/** The same with the law that a rule which changes names. */
export function ruleOn(within: Within, date: string): { is: Span; law?: string | undefined } {
	if (!Array.isArray(within)) return { is: within };
	const byDay = within.toSorted((a, b) => (a["valid-from"] < b["valid-from"] ? -1 : 1));
	const rule = byDay.findLast((one) => one["valid-from"] <= date) ?? byDay[0];
	if (!rule) throw new Error("A clock without a length was made ready.");
	return rule;
}

/** The day after which is counted: the one it started on, or the next working day where the clock counts until an hour. */
export function countedFrom(clock: Pick<Clock, "within" | "counts-until">, startedAt: Date): string {
	const day = londonDate(startedAt);
	const until = clock["counts-until"];
	if (until === undefined) return day;
	const span = spanOn(clock.within, day);
	const calendar = "calendar" in span ? span.calendar : "england";
	const [hour = 0, minute = 0] = until.hour.split(":").map(Number);
	const late = isWorkingDay(day, calendar) && londonMinutes(startedAt) > hour * 60 + minute;
	return late ? addWorkingDays(day, 1, calendar) : rollForward(day, calendar);
}

/** When a span that starts at an instant ends, when nothing happens to it. */
export function dueAfter(startedAt: Date, within: Within): Date {
	return dueOf({ within }, { startedAt, pauses: [], longer: 0 });
}

/**
 * When a run of a clock ends. Days end with the day, on London's clock; hours to the minute.
 *
 * The day it starts is not counted (FOIA 2000 section 10(1): "the twentieth working day following the date of receipt"; the
 * Complaint Handling Code counts alike). A month ends on the same day of the next month, or on its last, and on the next
 * working day where that is none (UK GDPR article 12(3), as the Commissioner counts it); an extension is counted from the
 * same start, so that two months more are three from receipt, and not one and then two.
 *
 * A pause takes away the days after the one on which the council asked, up to and with the one on which it was answered (UK
 * GDPR article 12A: the time from asking to reply does not count). Of working days those not yet used are counted on from
 * the day after the answer; to months and days as many calendar days are added as it lasted; to hours, its length. Asked
 * and answered on one day, nothing changes.
 *
 * Throws RangeError when the answer needs a year whose bank holidays are not known.
 */
export function dueOf(clock: Pick<Clock, "within" | "counts-until">, { startedAt, pauses, longer }: Course): Date {
	const from = countedFrom(clock, startedAt);
	const span = longerBy(spanOn(clock.within, from), longer);
	if ("hours" in span) return new Date(addHours(startedAt, span.hours).getTime() + lengthOf(pauses));
	if ("working-days" in span) return endOfDay(afterWorkingDays(from, span, pauses));
	const added = pauses.reduce((days, { from: asked, to }) => days + daysBetween(londonDate(asked), londonDate(to)), 0);
	if ("days" in span) return endOfDay(addDays(from, span.days + added));
	const end = addDays(addCalendarMonths(from, span.months), added);
	// Asked on a weekend to which the month had run out, it would end before it was answered.
	const answered = londonDate(pauses.at(-1)?.to ?? startedAt);
	return endOfDay(rollForward(end < answered ? answered : end, span.calendar));
}

function afterWorkingDays(
	start: string,
	{ "working-days": days, calendar }: Extract<Span, { "working-days": number }>,
	pauses: Course["pauses"],
): string {
	let [from, left] = [start, days];
	for (const pause of pauses) {
		const asked = londonDate(pause.from);
		// Counted from a later day than the question came on, nothing was used before it.
		if (asked > from) left -= workingDaysBetween(from, asked, calendar);
		const answered = londonDate(pause.to);
		if (answered > from) from = answered;
	}
	return left > 0 ? addWorkingDays(from, left, calendar) : rollForward(from, calendar);
}

/** Milliseconds. */
function lengthOf(pauses: Course["pauses"]): number {
	return pauses.reduce((all, { from, to }) => all + to.getTime() - from.getTime(), 0);
}

/** How many of its unit a span is of. */
export function countOf(span: Span): number {
	if ("hours" in span) return span.hours;
	if ("days" in span) return span.days;
	return "months" in span ? span.months : span["working-days"];
}

/** The span with more of its unit. */
export function longerBy(span: Span, more: number): Span {
	if ("hours" in span) return { hours: span.hours + more };
	if ("days" in span) return { days: span.days + more };
	if ("months" in span) return { ...span, months: span.months + more };
	return { ...span, "working-days": span["working-days"] + more };
}

/** What a span is counted in, such as `working-days england`: only alike can be added. */
export function unitOf(span: Span): string {
	if ("hours" in span) return "hours";
	if ("days" in span) return "days";
	return "months" in span ? `months ${span.calendar}` : `working-days ${span.calendar}`;
}

/** A span in words: "3 working days", "24 hours". */
export function spanInWords(span: Span): string {
	const unit = "hours" in span ? "hour" : "days" in span ? "day" : "months" in span ? "month" : "working day";
	const count = countOf(span);
	return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
