import assert from "node:assert/strict";
import { test } from "node:test";
import { holidaySoon, openingInWords, openingShape, phoneLinesAt, whenInWords } from "./opening.ts";

const weekdaysOnly = openingShape.parse({
	monday: "08:30-17:00",
	tuesday: "08:30-17:00",
	wednesday: ["09:00-12:00", "13:00-17:00"],
	thursday: "08:30-17:00",
	friday: "08:30-16:30",
});
const at = (instant: string) => phoneLinesAt(weekdaysOnly, "england", new Date(instant));

test("the lines are open within the hours of the day, on London's clock", () => {
	assert.deepEqual(at("2026-11-23T09:00:00Z"), { open: true, until: new Date("2026-11-23T17:00:00Z") });
	assert.equal(at("2026-07-06T07:31:00Z").open, true, "8.31 in summer");
	assert.equal(at("2026-11-23T17:00:00Z").open, false);
	assert.equal(at("2026-11-25T12:30:00Z").open, false, "at midday on Wednesday");
});

test("when they are closed it is known when they open again", () => {
	const opensAfter = (instant: string) => {
		const lines = at(instant);
		return lines.open ? undefined : lines.opens?.toISOString();
	};
	assert.equal(opensAfter("2026-11-23T06:00:00Z"), "2026-11-23T08:30:00.000Z");
	assert.equal(opensAfter("2026-11-27T18:00:00Z"), "2026-11-30T08:30:00.000Z");
	assert.equal(
		opensAfter("2026-12-24T18:00:00Z"),
		"2026-12-29T08:30:00.000Z",
		"Christmas Day and Boxing Day lie between",
	);
	assert.deepEqual(phoneLinesAt({}, "england", new Date("2026-11-23T09:00:00Z")), {
		open: false,
		because: undefined,
		opens: undefined,
	});
});

test("a bank holiday is named on its day, and before it when it closes a day that is open otherwise", () => {
	const boxingDay = at("2028-12-26T10:00:00Z");
	assert.equal(boxingDay.open ? "" : boxingDay.because, "Boxing Day");
	const soon = (instant: string) => holidaySoon(weekdaysOnly, "england", new Date(instant));
	assert.deepEqual(soon("2026-12-20T10:00:00Z"), { date: "2026-12-25", name: "Christmas Day" });
	assert.equal(soon("2026-11-22T10:00:00Z"), undefined);
});

test("the hours are said in words, days that are alike together", () => {
	assert.equal(
		openingInWords(openingShape.parse({ monday: "08:30-17:00", tuesday: "08:30-17:00", friday: "09:00-12:00" })),
		"Monday to Tuesday, 8:30am to 5pm. Friday, 9am to midday. Closed on bank holidays",
	);
	const now = new Date("2026-11-23T06:00:00Z");
	assert.equal(whenInWords(new Date("2026-11-23T08:30:00Z"), now), "today at 8:30am");
	assert.equal(whenInWords(new Date("2026-11-24T08:30:00Z"), now), "tomorrow at 8:30am");
	assert.equal(whenInWords(new Date("2026-11-30T08:30:00Z"), now), "on Monday 30 November 2026 at 8:30am");
});

test("hours that end before they begin, or are no hours, are refused", () => {
	for (const monday of ["17:00-08:30", "8.30-17.00", "08:30", "25:00-26:00"]) {
		assert.equal(openingShape.safeParse({ monday }).success, false, monday);
	}
	assert.equal(openingShape.safeParse({ someday: "08:30-17:00" }).success, false);
});
