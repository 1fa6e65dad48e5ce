import { z } from "zod";
import {
	addDays,
	type Calendar,
	dateInWords,
	holidayOn,
	londonDate,
	londonInstant,
	timeInWords,
} from "../time/index.ts";

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
type Weekday = (typeof weekdays)[number];

/** When the telephone is answered on a day: `08:30-17:00`; two times where there is a break. */
const times = z
	.string()
	.regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, "must be times such as 08:30-17:00")
	.refine((text) => text.slice(0, 5) < text.slice(6), "must open before it closes");

/** The days on which the telephone is answered. A day left out is closed, and every bank holiday is. */
export const openingShape = z.partialRecord(z.enum(weekdays), z.union([times, z.array(times).min(1)]));
export type Opening = z.infer<typeof openingShape>;

export type PhoneLines =
	| { open: true; until: Date }
	/** `because` is the bank holiday that it is today. `opens` is undefined when no day of the next fortnight is open. */
	| { open: false; because: string | undefined; opens: Date | undefined };

/** Whether the telephone is answered at an instant. */
export function phoneLinesAt(opening: Opening, calendar: Calendar, now: Date): PhoneLines {
	const today = londonDate(now);
	const current = spansOn(opening, calendar, today).find(({ from, to }) => from <= now && now < to);
	if (current) return { open: true, until: current.to };
	return { open: false, because: holidayOn(today, calendar), opens: nextOpening(opening, calendar, now) };
}

/** The bank holiday within the next days on which the lines would otherwise be open, if there is one. */
export function holidaySoon(
	opening: Opening,
	calendar: Calendar,
	now: Date,
	days = 7,
): { date: string; name: string } | undefined {
	const today = londonDate(now);
	for (let ahead = 1; ahead <= days; ahead++) {
		const date = addDays(today, ahead);
		const name = holidayOn(date, calendar);
		if (name !== undefined && opening[weekdayOf(date)] !== undefined) return { date, name };
	}
	return undefined;
}

/** `Monday to Thursday, 8:30am to 5pm. Friday, 8:30am to 4:30pm. Closed on bank holidays` */
export function openingInWords(opening: Opening): string {
	const runs: { from: Weekday; to: Weekday; said: string }[] = [];
	let before: Weekday | undefined;
	for (const day of weekdays) {
		const said = saidOf(opening[day]);
		const last = runs.at(-1);
		if (said !== "" && last?.said === said && last.to === before) last.to = day;
		else if (said !== "") runs.push({ from: day, to: day, said });
		before = day;
	}
	const words = runs.map(({ from, to, said }) => `${named(from)}${from === to ? "" : ` to ${named(to)}`}, ${said}`);
	return [...words, "Closed on bank holidays"].join(". ");
}

/** `on Tuesday 29 December 2026 at 8:30am`, `today at 8:30am`, `tomorrow at 8:30am`. */
export function whenInWords(instant: Date, now: Date): string {
	const [date, today] = [londonDate(instant), londonDate(now)];
	const day = date === today ? "today" : date === addDays(today, 1) ? "tomorrow" : `on ${dateInWords(date)}`;
	return `${day} at ${timeInWords(instant)}`;
}

function nextOpening(opening: Opening, calendar: Calendar, now: Date): Date | undefined {
	const today = londonDate(now);
	for (let ahead = 0; ahead <= 14; ahead++) {
		const next = spansOn(opening, calendar, addDays(today, ahead)).find(({ from }) => from > now);
		if (next) return next.from;
	}
	return undefined;
}

function spansOn(opening: Opening, calendar: Calendar, date: string): { from: Date; to: Date }[] {
	if (holidayOn(date, calendar) !== undefined) return [];
	return [opening[weekdayOf(date)] ?? []].flat().map((span) => ({
		from: londonInstant(date, span.slice(0, 5)),
		to: londonInstant(date, span.slice(6)),
	}));
}

function weekdayOf(date: string): Weekday {
	return weekdays[(new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7] ?? "monday";
}

function saidOf(times: Opening[Weekday]): string {
	return [times ?? []]
		.flat()
		.map((span) => `${clock(span.slice(0, 5))} to ${clock(span.slice(6))}`)
		.join(" and ");
}

function clock(time: string): string {
	return timeInWords(londonInstant("2026-01-05", time));
}

function named(day: Weekday): string {
	return `${day.charAt(0).toUpperCase()}${day.slice(1)}`;
}
