import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { addHours, dateOf, endOfDay, isDate, londonDate, londonInstant, startOfDay } from "./index.ts";

const iso = (instant: Date) => instant.toISOString();

test("late on a summer evening in London it is already tomorrow", () => {
	assert.equal(londonDate(new Date("2026-07-01T22:59:59Z")), "2026-07-01");
	assert.equal(londonDate(new Date("2026-07-01T23:00:00Z")), "2026-07-02");
	assert.equal(londonDate(new Date("2026-12-01T23:59:59Z")), "2026-12-01");
});

test("a deadline holds to the last second of its day, on days of 23, 24 and 25 hours", () => {
	assert.equal(iso(endOfDay("2026-11-22")), "2026-11-22T23:59:59.000Z");
	assert.equal(iso(endOfDay("2026-07-01")), "2026-07-01T22:59:59.000Z");

	assert.equal(iso(startOfDay("2026-03-29")), "2026-03-29T00:00:00.000Z");
	assert.equal(iso(endOfDay("2026-03-29")), "2026-03-29T22:59:59.000Z");

	assert.equal(iso(startOfDay("2026-10-25")), "2026-10-24T23:00:00.000Z");
	assert.equal(iso(endOfDay("2026-10-25")), "2026-10-25T23:59:59.000Z");
});

test("an hour that happens twice is the first, and one that never happens is an hour later", () => {
	assert.equal(iso(londonInstant("2026-10-25", "01:30")), "2026-10-25T00:30:00.000Z");
	assert.equal(iso(londonInstant("2026-10-25", "02:00")), "2026-10-25T02:00:00.000Z");
	assert.equal(iso(londonInstant("2026-03-29", "01:30")), "2026-03-29T01:30:00.000Z");
	assert.equal(iso(londonInstant("2026-03-29", "02:00")), "2026-03-29T01:00:00.000Z");
	assert.equal(iso(londonInstant("2026-07-01", "14:05")), "2026-07-01T13:05:00.000Z");
});

test("seventy-two hours are seventy-two hours over a change of the clocks", () => {
	assert.equal(iso(addHours(new Date("2026-10-23T12:00:00Z"), 72)), "2026-10-26T12:00:00.000Z");
});

test("London's clock agrees with Temporal from 1975 to 2060", () => {
	const range = { min: new Date("1975-01-01"), max: new Date("2060-12-31"), noInvalidDate: true };
	fc.assert(
		fc.property(fc.date(range), fc.integer({ min: 0, max: 1439 }), (instant, minutes) => {
			const there = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO("Europe/London");
			const date = there.toPlainDate();
			assert.equal(londonDate(instant), date.toString());
			assert.equal(startOfDay(date.toString()).getTime(), date.toZonedDateTime("Europe/London").epochMilliseconds);
			const time = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
			const expected = date.toZonedDateTime({ timeZone: "Europe/London", plainTime: time });
			assert.equal(londonInstant(date.toString(), time.toString().slice(0, 5)).getTime(), expected.epochMilliseconds);
		}),
	);
});

test("every hour around the last Sundays of March and October agrees with Temporal", () => {
	for (const day of ["2025-03-30", "2025-10-26", "2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31"]) {
		for (let minutes = 0; minutes < 1440; minutes += 15) {
			const time = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
			const expected = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime("Europe/London");
			assert.equal(londonInstant(day, time).getTime(), expected.epochMilliseconds, `${day} ${time}`);
		}
	}
});

test("a date typed in three boxes is taken only when there is such a day", () => {
	assert.equal(dateOf(2026, 11, 22), "2026-11-22");
	assert.equal(dateOf(2024, 2, 29), "2024-02-29");
	for (const [year, month, day] of [
		[2026, 2, 29],
		[2026, 13, 1],
		[2026, 0, 1],
		[2026, 4, 31],
		[26, 4, 1],
		[2026, 4, 1.5],
		[Number.NaN, 1, 1],
	] as const) {
		assert.equal(dateOf(year, month, day), undefined);
	}
	assert.equal(isDate("2026-02-29"), false);
	assert.equal(isDate("2028-02-29"), true);
	assert.equal(isDate("2026-02-28\n"), false);
});

test("an instant that is not one, or a time that is not one, is refused", () => {
	assert.throws(() => londonDate(new Date("soon")), RangeError);
	assert.throws(() => londonInstant("2026-11-22", "24:00"), /not a time/);
	assert.throws(() => endOfDay("tomorrow"), /not a calendar date/);
});
