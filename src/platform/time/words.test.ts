import assert from "node:assert/strict";
import { test } from "node:test";
import { ago, dateInWords, dateTimeInWords, shortDate, timeInWords, workingDaysInWords } from "./index.ts";

test("a date is written out with its weekday, or short for a table", () => {
	assert.equal(dateInWords("2026-11-22"), "Sunday 22 November 2026");
	assert.equal(dateInWords(new Date("2026-06-30T23:30:00Z")), "Wednesday 1 July 2026");
	assert.equal(shortDate("2026-09-03"), "3 Sep 2026");
	assert.throws(() => shortDate("2026-13-03"), /not a calendar date/);
});

test("a time is told as people say it", () => {
	const times: [string, string][] = [
		["2026-11-22T14:05:00Z", "2:05pm"],
		["2026-11-22T09:00:59Z", "9am"],
		["2026-07-22T09:30:00Z", "10:30am"],
		["2026-11-22T12:00:00Z", "midday"],
		["2026-11-22T12:01:00Z", "12:01pm"],
		["2026-11-22T00:00:00Z", "midnight"],
		["2026-11-22T00:15:00Z", "12:15am"],
		["1969-06-01T12:30:00Z", "1:30pm"],
	];
	for (const [instant, words] of times) assert.equal(timeInWords(new Date(instant)), words);
	assert.equal(dateTimeInWords(new Date("2026-11-22T14:05:00Z")), "Sunday 22 November 2026 at 2:05pm");
});

test("how long ago is told in minutes, hours of today, days of this week, and then the date", () => {
	const now = new Date("2026-11-22T14:05:00Z");
	const told: [string, string][] = [
		["2026-11-22T14:04:30Z", "just now"],
		["2026-11-22T14:04:00Z", "1 minute ago"],
		["2026-11-22T13:20:00Z", "45 minutes ago"],
		["2026-11-22T13:05:00Z", "1 hour ago"],
		["2026-11-22T02:00:00Z", "12 hours ago"],
		["2026-11-21T23:00:00Z", "yesterday"],
		["2026-11-19T09:00:00Z", "3 days ago"],
		["2026-11-15T09:00:00Z", "on 15 November 2026"],
		["2026-11-22T14:05:20Z", "in a moment"],
		["2026-11-22T16:05:00Z", "in 2 hours"],
		["2026-11-23T09:00:00Z", "tomorrow"],
		["2026-11-25T09:00:00Z", "in 3 days"],
		["2027-01-05T09:00:00Z", "on 5 January 2027"],
	];
	for (const [instant, words] of told) assert.equal(ago(new Date(instant), now), words);
	assert.equal(ago(new Date("2026-11-21T23:50:00Z"), new Date("2026-11-22T00:10:00Z")), "20 minutes ago");
	assert.equal(workingDaysInWords(1), "1 working day");
	assert.equal(workingDaysInWords(3), "3 working days");
});
