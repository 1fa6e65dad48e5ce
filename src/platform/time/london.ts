/** Between instants (a `Date`, as PostgreSQL gives them) and what the clock and the calendar say in London. */

import { Temporal } from "temporal-polyfill";
import { dateOfDay, dayOf } from "./dates.ts";

const zone = "Europe/London";
const msPerMinute = 60_000;
const msPerHour = 3_600_000;
const msPerDay = 86_400_000;

/** The date in London at an instant. */
export function londonDate(instant: Date): string {
	return dateOfDay(Math.floor(localMs(instant) / msPerDay));
}

/** Minutes since midnight on London's clock, 0 to 1439. */
export function londonMinutes(instant: Date): number {
	const ms = localMs(instant);
	return Math.floor((ms - Math.floor(ms / msPerDay) * msPerDay) / msPerMinute);
}

/**
 * The instant at which London's clock shows `time` (`HH:MM`, 24 hours) on a date. A time that happens twice, when the clocks
 * go back, is the first of the two; one that never happens, when they go forward, is an hour later.
 */
export function londonInstant(date: string, time: string): Date {
	const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
	if (!parts) throw new RangeError(`“${time}” is not a time like 09:30.`);
	return atLocal(dayOf(date) * msPerDay + (Number(parts[1]) * 60 + Number(parts[2])) * msPerMinute);
}

export function startOfDay(date: string): Date {
	return atLocal(dayOf(date) * msPerDay);
}

/** The last second of a date in London, 23:59:59: a deadline holds to the end of its day. */
export function endOfDay(date: string): Date {
	return atLocal((dayOf(date) + 1) * msPerDay - 1000);
}

/** Hours that pass, whatever the clocks do meanwhile. */
export function addHours(instant: Date, hours: number): Date {
	return new Date(instant.getTime() + hours * msPerHour);
}

/** Milliseconds since 1970 as if London's clock were UTC. */
function localMs(instant: Date): number {
	const ms = instant.getTime();
	return ms + offsetAt(ms);
}

function atLocal(local: number): Date {
	// The offset before the change is the one to try first: it gives the earlier of two, and moves a missing time on.
	const first = local - offsetAt(local - msPerDay);
	const second = local - offsetAt(first);
	const agrees = (ms: number) => ms + offsetAt(ms) === local;
	return new Date(agrees(first) || !agrees(second) ? first : second);
}

/** London's offset from UTC over one UTC year: what it was at the start, then each change, in milliseconds. */
type Offsets = { first: number; changes: readonly { at: number; offset: number }[] };

// A Temporal object costs microseconds and London changes its clocks twice a year, so each year is asked once.
const years = new Map<number, Offsets>();

function offsetAt(ms: number): number {
	const year = new Date(ms).getUTCFullYear();
	if (Number.isNaN(year)) throw new RangeError("There is no date or time here to read.");
	let offsets = years.get(year);
	if (!offsets) years.set(year, (offsets = offsetsOf(year)));
	let offset = offsets.first;
	for (const change of offsets.changes) if (ms >= change.at) offset = change.offset;
	return offset;
}

function offsetsOf(year: number): Offsets {
	const start = Temporal.Instant.fromEpochMilliseconds(Date.UTC(year, 0, 1)).toZonedDateTimeISO(zone);
	const end = Date.UTC(year + 1, 0, 1);
	const changes: { at: number; offset: number }[] = [];
	let next = start.getTimeZoneTransition("next");
	while (next && next.epochMilliseconds < end) {
		changes.push({ at: next.epochMilliseconds, offset: next.offsetNanoseconds / 1e6 });
		next = next.getTimeZoneTransition("next");
	}
	return { first: start.offsetNanoseconds / 1e6, changes };
}
