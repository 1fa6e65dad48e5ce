/** Dates and times as a council writes them, in the style of GOV.UK: `Sunday 22 November 2026 at 2:05pm`. */

import { dayOf, daysBetween, weekdayOf } from "./dates.ts";
import { londonDate, londonMinutes } from "./london.ts";

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December",
];

/** `Sunday 22 November 2026`, of a date or of the date in London at an instant. */
export function dateInWords(when: string | Date): string {
	const date = asDate(when);
	return `${weekdays[weekdayOf(dayOf(date))]} ${dayNumber(date)} ${monthOf(date)} ${date.slice(0, 4)}`;
}

/** `22 Nov 2026`, for tables and lists. */
export function shortDate(when: string | Date): string {
	const date = asDate(when);
	dayOf(date);
	return `${dayNumber(date)} ${monthOf(date).slice(0, 3)} ${date.slice(0, 4)}`;
}

/** `2:05pm`, `9am`, `midday`, `midnight`, on London's clock. */
export function timeInWords(instant: Date): string {
	const minutes = londonMinutes(instant);
	if (minutes === 0) return "midnight";
	if (minutes === 720) return "midday";
	const past = minutes % 60;
	const hour = Math.floor(minutes / 60) % 12 || 12;
	return `${hour}${past ? `:${String(past).padStart(2, "0")}` : ""}${minutes < 720 ? "am" : "pm"}`;
}

/** `Sunday 22 November 2026 at 2:05pm`. */
export function dateTimeInWords(instant: Date): string {
	return `${dateInWords(instant)} at ${timeInWords(instant)}`;
}

/**
 * How long ago, or how soon: `just now`, `5 minutes ago`, `in 2 hours`, `yesterday`, `3 days ago`, and from a week on the
 * date, `on 3 November 2026`. Hours are told within a day of London's calendar only: 11pm last night is yesterday.
 */
export function ago(instant: Date, now: Date): string {
	const date = londonDate(instant);
	const days = daysBetween(date, londonDate(now));
	const minutes = Math.floor(Math.abs(now.getTime() - instant.getTime()) / 60_000);
	const past = instant <= now;
	if (minutes < 1) return past ? "just now" : "in a moment";
	if (minutes < 60) return told(minutes, "minute", past);
	if (days === 0) return told(Math.floor(minutes / 60), "hour", past);
	if (days === 1) return "yesterday";
	if (days === -1) return "tomorrow";
	if (Math.abs(days) < 7) return told(Math.abs(days), "day", past);
	return `on ${dayNumber(date)} ${monthOf(date)} ${date.slice(0, 4)}`;
}

/** `1 working day`, `3 working days`. */
export function workingDaysInWords(n: number): string {
	return counted(n, "working day");
}

function told(n: number, unit: string, past: boolean): string {
	return past ? `${counted(n, unit)} ago` : `in ${counted(n, unit)}`;
}

function counted(n: number, unit: string): string {
	return `${n} ${unit}${n === 1 ? "" : "s"}`;
}

function asDate(when: string | Date): string {
	return typeof when === "string" ? when : londonDate(when);
}

function dayNumber(date: string): number {
	return Number(date.slice(8));
}

function monthOf(date: string): string {
	return months[Number(date.slice(5, 7)) - 1] ?? "";
}
