import {
	addCalendarMonths,
	addDays,
	addHours,
	addWorkingDays,
	londonDate,
	londonInstant,
} from "../../platform/time/index.ts";
import type { Span } from "./definition.ts";

/** When to remind of something that ends at an instant, so long before: hours to the minute, days at nine in the morning. */
export function remindAt(until: Date, before: Span): Date {
	if ("hours" in before) return addHours(until, -before.hours);
	return londonInstant(dayBefore(londonDate(until), before), "09:00");
}

function dayBefore(day: string, before: Exclude<Span, { hours: number }>): string {
	if ("days" in before) return addDays(day, -before.days);
	if ("months" in before) return addCalendarMonths(day, -before.months);
	return addWorkingDays(day, -before["working-days"], before.calendar);
}
