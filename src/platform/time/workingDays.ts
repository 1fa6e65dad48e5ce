/** Working days: Monday to Friday, less the bank holidays of a calendar. The first day counted is the one after the start. */

import { elsewhereInTheUk, england, firstYear, lastYear, type BankHoliday } from "./bankHolidays.ts";
import { dateOfDay, dayOf, weekdayOf } from "./dates.ts";

/** `england`: bank holidays of England and Wales. `uk-any`: a bank holiday anywhere in the UK, as freedom of information counts. */
export const calendars = ["england", "uk-any"] as const;
export type Calendar = (typeof calendars)[number];

/** A day that was passed over, and why: `Saturday`, `Sunday` or the name of the holiday. */
export type SkippedDay = { date: string; why: string };

/**
 * The nth working day after a date; for a negative n, before it; the date itself for 0.
 * Throws RangeError when the answer would need a year whose bank holidays are not known.
 */
export function addWorkingDays(date: string, n: number, calendar: Calendar): string {
	if (!Number.isInteger(n)) throw new RangeError(`${n} is not a whole number of working days.`);
	if (n === 0) return date;
	const table = tables[calendar];
	const start = covered(date);
	const before = n > 0 ? countUpTo(table, start) : countUpTo(table, start - 1) + 1;
	const found = table.workingDays[before + n - 1];
	if (found === undefined) throw unknownYear(`${Math.abs(n)} working days ${n > 0 ? "after" : "before"} ${date}`);
	return dateOfDay(found);
}

/** Working days after `from`, up to and with `to`: the n for which `addWorkingDays(from, n)` is `to`. Negative when `to` is earlier. */
export function workingDaysBetween(from: string, to: string, calendar: Calendar): number {
	const table = tables[calendar];
	return countUpTo(table, covered(to)) - countUpTo(table, covered(from));
}

/** The date itself when it is a working day, else the next one. */
export function rollForward(date: string, calendar: Calendar): string {
	return isWorkingDay(date, calendar) ? date : addWorkingDays(date, 1, calendar);
}

export function isWorkingDay(date: string, calendar: Calendar): boolean {
	const table = tables[calendar];
	const day = covered(date);
	return countUpTo(table, day) > countUpTo(table, day - 1);
}

/** The name of the bank holiday on a date, also when it falls on a weekend. */
export function holidayOn(date: string, calendar: Calendar): string | undefined {
	covered(date);
	return tables[calendar].names.get(date);
}

/** How a deadline was reached: the due date, and each day that was not counted on the way, in order. */
export function explainWorkingDays(
	date: string,
	n: number,
	calendar: Calendar,
): { due: string; skipped: SkippedDay[] } {
	const due = addWorkingDays(date, n, calendar);
	const skipped: SkippedDay[] = [];
	const step = n < 0 ? -1 : 1;
	for (let day = dayOf(date) + step; day * step < dayOf(due) * step; day += step) {
		const passed = dateOfDay(day);
		if (!isWorkingDay(passed, calendar)) skipped.push({ date: passed, why: whyOff(passed, calendar) });
	}
	return { due, skipped };
}

/** Each day after `from`, up to and with `to`, that is no working day, in order. */
export function skippedBetween(from: string, to: string, calendar: Calendar): SkippedDay[] {
	const skipped: SkippedDay[] = [];
	for (let day = dayOf(from) + 1; day <= dayOf(to); day++) {
		const date = dateOfDay(day);
		if (!isWorkingDay(date, calendar)) skipped.push({ date, why: whyOff(date, calendar) });
	}
	return skipped;
}

function whyOff(date: string, calendar: Calendar): string {
	return holidayOn(date, calendar) ?? (weekdayOf(dayOf(date)) === 0 ? "Sunday" : "Saturday");
}

const firstDay = dayOf(`${firstYear}-01-01`);
const lastDay = dayOf(`${lastYear}-12-31`);

/** `counts[i]` is how many working days there are up to and with the ith covered day; `workingDays` are their day numbers. */
type Table = { names: ReadonlyMap<string, string>; counts: Uint16Array; workingDays: number[] };

const tables: Record<Calendar, Table> = {
	england: tableOf(england),
	"uk-any": tableOf([...england, ...elsewhereInTheUk]),
};

function tableOf(holidays: readonly BankHoliday[]): Table {
	const names = new Map(holidays);
	const counts = new Uint16Array(lastDay - firstDay + 1);
	const workingDays: number[] = [];
	for (let day = firstDay; day <= lastDay; day++) {
		const weekday = weekdayOf(day);
		if (weekday !== 0 && weekday !== 6 && !names.has(dateOfDay(day))) workingDays.push(day);
		counts[day - firstDay] = workingDays.length;
	}
	return { names, counts, workingDays };
}

function countUpTo(table: Table, day: number): number {
	return table.counts[day - firstDay] ?? 0;
}

function covered(date: string): number {
	const day = dayOf(date);
	if (day < firstDay || day > lastDay) throw unknownYear(date);
	return day;
}

function unknownYear(question: string): RangeError {
	return new RangeError(
		`Bank holidays are known from ${firstYear} to ${lastYear}, which does not reach ${question}. The last year known is ${lastYear}.`,
	);
}
