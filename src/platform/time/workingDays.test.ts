import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { elsewhereInTheUk, england } from "./bankHolidays.ts";
import {
	addCalendarMonths,
	addDays,
	addWorkingDays,
	type Calendar,
	calendars,
	explainWorkingDays,
	holidayOn,
	isWorkingDay,
	rollForward,
	workingDaysBetween,
} from "./index.ts";

test("freedom of information, complaint and acknowledgement deadlines fall where the law puts them", () => {
	const due: [start: string, foi20: string, england20: string, england5: string, england10: string][] = [
		["2026-03-02", "2026-03-31", "2026-03-30", "2026-03-09", "2026-03-16"],
		["2026-03-31", "2026-04-30", "2026-04-30", "2026-04-09", "2026-04-16"],
		["2026-06-01", "2026-06-30", "2026-06-29", "2026-06-08", "2026-06-15"],
		["2026-07-01", "2026-07-30", "2026-07-29", "2026-07-08", "2026-07-15"],
		["2026-11-20", "2026-12-21", "2026-12-18", "2026-11-27", "2026-12-04"],
		["2026-12-18", "2027-01-21", "2027-01-20", "2026-12-29", "2027-01-06"],
		["2025-12-19", "2026-01-22", "2026-01-21", "2025-12-30", "2026-01-07"],
	];
	for (const [start, foi20, england20, england5, england10] of due) {
		assert.equal(addWorkingDays(start, 20, "uk-any"), foi20, `FOI from ${start}`);
		assert.equal(addWorkingDays(start, 20, "england"), england20, `20 from ${start}`);
		assert.equal(addWorkingDays(start, 5, "england"), england5, `5 from ${start}`);
		assert.equal(addWorkingDays(start, 10, "england"), england10, `10 from ${start}`);
	}
});

test("a complaint of the Friday before Christmas is acknowledged by the 29th and answered ten days after its acknowledgement", () => {
	assert.equal(addWorkingDays("2026-12-18", 5, "england"), "2026-12-29");
	assert.equal(addWorkingDays("2026-12-21", 10, "england"), "2027-01-07");
});

test("a subject access request is due in a calendar month, or on the next working day", () => {
	const due: [received: string, month: string, due: string][] = [
		["2026-01-31", "2026-02-28", "2026-03-02"],
		["2026-03-03", "2026-04-03", "2026-04-07"],
		["2026-03-31", "2026-04-30", "2026-04-30"],
		["2026-08-25", "2026-09-25", "2026-09-25"],
		["2026-11-25", "2026-12-25", "2026-12-29"],
	];
	for (const [received, month, by] of due) {
		assert.equal(addCalendarMonths(received, 1), month);
		assert.equal(rollForward(month, "england"), by);
	}
	assert.equal(rollForward(addCalendarMonths("2026-01-31", 3), "england"), "2026-04-30");
	assert.equal(rollForward(addCalendarMonths("2026-11-25", 3), "england"), "2027-02-25");
});

test("the desk can say how a deadline was computed", () => {
	assert.deepEqual(explainWorkingDays("2026-12-23", 3, "england"), {
		due: "2026-12-30",
		skipped: [
			{ date: "2026-12-25", why: "Christmas Day" },
			{ date: "2026-12-26", why: "Saturday" },
			{ date: "2026-12-27", why: "Sunday" },
			{ date: "2026-12-28", why: "Boxing Day (substitute day)" },
		],
	});
	assert.deepEqual(explainWorkingDays("2026-06-12", 1, "uk-any").skipped.at(-1), {
		date: "2026-06-15",
		why: "World Cup bank holiday (Scotland)",
	});
	assert.deepEqual(explainWorkingDays("2026-06-16", -2, "england"), {
		due: "2026-06-12",
		skipped: [
			{ date: "2026-06-14", why: "Sunday" },
			{ date: "2026-06-13", why: "Saturday" },
		],
	});
});

test("a holiday has its name in the calendar that keeps it", () => {
	assert.equal(holidayOn("2026-11-30", "uk-any"), "St Andrew’s Day (Scotland)");
	assert.equal(holidayOn("2026-11-30", "england"), undefined);
	assert.equal(holidayOn("2026-04-03", "england"), "Good Friday");
});

test("a year whose bank holidays are not known is refused, naming the last year that is", () => {
	for (const ask of [
		() => addWorkingDays("2028-12-20", 10, "england"),
		() => isWorkingDay("2029-01-02", "england"),
		() => rollForward("2028-12-31", "uk-any"),
		() => workingDaysBetween("2028-12-01", "2029-01-10", "england"),
		() => holidayOn("2029-12-25", "england"),
		() => addWorkingDays("2024-01-03", -5, "england"),
		() => isWorkingDay("2023-12-29", "england"),
	]) {
		assert.throws(ask, /The last year known is 2028/);
	}
});

test("what is not a date, or not a whole number of days, is refused", () => {
	for (const bad of ["", "2026-02-30", "2026-1-1", "22/11/2026", "2026-11-22T10:00:00Z", "20261122"]) {
		assert.throws(() => addWorkingDays(bad, 1, "england"), /not a calendar date/);
		assert.throws(() => addCalendarMonths(bad, 1), /not a calendar date/);
	}
	assert.throws(() => addWorkingDays("2026-11-20", 1.5, "england"), /whole number/);
});

test("every bank holiday stands once, in order, and none on a weekend", () => {
	for (const holidays of [england, elsewhereInTheUk]) {
		const dates = holidays.map(([date]) => date);
		assert.deepEqual(dates, [...new Set(dates)].sort());
		for (const date of dates) assert.ok(![0, 6].includes(new Date(date).getUTCDay()), date);
	}
});

const anyDate = fc.integer({ min: 0, max: 1700 }).map((days) => addDays("2024-01-05", days));
const anyCount = fc.integer({ min: 1, max: 60 });
const anyCalendar = fc.constantFrom<Calendar[]>(...calendars);

test("a deadline never falls on a weekend or a holiday, and counting back gives what was promised", () => {
	fc.assert(
		fc.property(anyDate, anyCount, anyCalendar, (date, n, calendar) => {
			const due = addWorkingDays(date, n, calendar);
			assert.ok(![0, 6].includes(new Date(due).getUTCDay()));
			assert.equal(holidayOn(due, calendar), undefined);
			assert.equal(workingDaysBetween(date, due, calendar), n);
			assert.equal(workingDaysBetween(due, date, calendar), -n);
		}),
	);
});

test("a deadline agrees with stepping one day at a time", () => {
	fc.assert(
		fc.property(anyDate, anyCount, anyCalendar, (date, n, calendar) => {
			let day = date;
			for (let left = n; left > 0; ) {
				day = addDays(day, 1);
				const weekday = new Date(day).getUTCDay();
				if (weekday !== 0 && weekday !== 6 && holidayOn(day, calendar) === undefined) left--;
			}
			assert.equal(addWorkingDays(date, n, calendar), day);
		}),
	);
});

test("a later start or a longer promise is never due sooner, and a calendar with more holidays never sooner either", () => {
	fc.assert(
		fc.property(anyDate, anyCount, anyCalendar, (date, n, calendar) => {
			const due = addWorkingDays(date, n, calendar);
			assert.ok(addWorkingDays(addDays(date, 1), n, calendar) >= due);
			assert.ok(addWorkingDays(date, n + 1, calendar) > due);
			assert.ok(addWorkingDays(date, n, "uk-any") >= addWorkingDays(date, n, "england"));
		}),
	);
});

test("from a working day, going forward and back again ends where it began", () => {
	fc.assert(
		fc.property(anyDate, anyCount, anyCalendar, (date, n, calendar) => {
			const start = rollForward(date, calendar);
			assert.equal(addWorkingDays(addWorkingDays(start, n, calendar), -n, calendar), start);
		}),
	);
});

test("months added stay in the month asked for", () => {
	fc.assert(
		fc.property(anyDate, fc.integer({ min: -24, max: 24 }), (date, months) => {
			const later = addCalendarMonths(date, months);
			const count = (of: string) => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7));
			assert.equal(count(later) - count(date), months);
			assert.ok(later.slice(8) <= date.slice(8));
		}),
	);
	assert.equal(addCalendarMonths("2024-02-29", 12), "2025-02-28");
	assert.equal(addCalendarMonths("2026-12-31", 2), "2027-02-28");
});
