/**
 * Calendar dates: what a person reads off a wall calendar, without a time or a time zone, as `YYYY-MM-DD` (ISO 8601).
 * Inside this room a date is also a day number, days since 1 January 1970, because adding to a number costs nothing:
 * twenty thousand rows of a queue each ask for a deadline.
 */

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const msPerDay = 86_400_000;

/** True for a day that exists: `2026-02-28`, and not `2026-02-30`, `2026-2-3` or `2026-02-28T00:00`. */
export function isDate(text: string): boolean {
	const parts = shape.exec(text);
	return parts !== null && dateOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== undefined;
}

/** The date of numbers a person typed, or undefined when there is no such day. Years 1000 to 9999. */
export function dateOf(year: number, month: number, day: number): string | undefined {
	if (![year, month, day].every(Number.isInteger)) return undefined;
	if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
	return dateOfDay(Date.UTC(year, month - 1, day) / msPerDay);
}

/** Days since 1 January 1970. Throws RangeError for text that is not a date. */
export function dayOf(date: string): number {
	const known = days.get(date);
	if (known !== undefined) return known;
	if (!isDate(date)) throw new RangeError(`“${date}” is not a calendar date like 2026-11-22.`);
	return remembered(days, date, Date.parse(`${date}T00:00:00Z`) / msPerDay);
}

export function dateOfDay(day: number): string {
	return dates.get(day) ?? remembered(dates, day, new Date(day * msPerDay).toISOString().slice(0, 10));
}

// A page of the queue reads and writes some hundreds of dates, and all of them lie within a few years.
const days = new Map<string, number>();
const dates = new Map<number, string>();
const mostRemembered = 5_000;

/** Keeps the answer; what people type is no reason to keep more and more of them. */
function remembered<K, V>(answers: Map<K, V>, asked: K, answer: V): V {
	if (answers.size >= mostRemembered) answers.clear();
	answers.set(asked, answer);
	return answer;
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(day: number): number {
	return (((day + 4) % 7) + 7) % 7;
}

export function addDays(date: string, days: number): string {
	return dateOfDay(dayOf(date) + days);
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
	return dayOf(to) - dayOf(from);
}

/** The same day of the month, `months` later (or earlier), or the last day of a month that has no such day. */
export function addCalendarMonths(date: string, months: number): string {
	dayOf(date);
	const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
	const year = Math.floor(count / 12);
	const month = count - year * 12 + 1;
	const day = Math.min(Number(date.slice(8)), daysIn(year, month));
	return dateOfDay(Date.UTC(year, month - 1, day) / msPerDay);
}

function daysIn(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
