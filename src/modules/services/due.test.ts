import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, isWorkingDay, londonDate } from "../../platform/time/index.ts";
import { clockFaults } from "./check/clocks.ts";
import { type Clock, definitionShape, type Span } from "./definition.ts";
import { countedFrom, dueOf, longerBy, ruleOn } from "./due.ts";
import { promisesOf } from "./clocks.ts";
import { sampleDefinition, sampleService } from "./sample.test-data.ts";

const at = (text: string) => new Date(text);
const noon = (day: string) => at(`${day}T12:00:00Z`);
const due = (within: Clock["within"], start: string, pauses: [string, string][] = [], longer = 0) =>
	londonDate(
		dueOf(
			{ within },
			{ startedAt: noon(start), pauses: pauses.map(([from, to]) => ({ from: noon(from), to: noon(to) })), longer },
		),
	);

const month: Span = { months: 1, calendar: "england" };
const twenty: Span = { "working-days": 20, calendar: "uk-any" };

test("the time from asking to the answer does not count", () => {
	assert.equal(due(month, "2026-03-03", [["2026-03-10", "2026-03-15"]]), "2026-04-08");
	assert.equal(due({ days: 30 }, "2026-07-01", [["2026-07-06", "2026-07-16"]]), "2026-08-10");
	// Four of twenty days were used by Friday 6 March.
	assert.equal(due(twenty, "2026-03-02", [["2026-03-06", "2026-03-13"]]), "2026-04-09");
	assert.equal(
		due({ days: 2 }, "2026-03-02", [
			["2026-03-03", "2026-03-03"],
			["2026-03-03", "2026-03-05"],
		]),
		"2026-03-06",
	);
	const hours = { startedAt: at("2026-03-28T23:00:00Z"), longer: 0 };
	const pauses = [{ from: at("2026-03-29T00:00:00Z"), to: at("2026-03-29T00:30:00Z") }];
	assert.deepEqual(dueOf({ within: { hours: 2 } }, { ...hours, pauses }), at("2026-03-29T01:30:00Z"));
});

test("asked on the weekend that a month had run out to, it is not late before it is answered", () => {
	assert.equal(due(month, "2026-01-31"), "2026-03-02");
	assert.equal(due(month, "2026-01-31", [["2026-03-01", "2026-03-04"]]), "2026-03-04");
});

test("two months more are three from the day it was received, not one and then two", () => {
	assert.equal(due(month, "2026-01-31", [], 2), "2026-04-30");
	assert.equal(due(month, "2026-11-25", [], 2), "2027-02-25");
});

test("the rule of the day on which a clock starts holds, whatever rules come later", () => {
	const within: Clock["within"] = [
		{ "valid-from": "2026-06-19", is: { days: 30 }, law: "New Act" },
		{ "valid-from": "2020-01-01", is: { days: 40 } },
	];
	assert.equal(due(within, "2026-06-18"), "2026-07-28");
	assert.equal(due(within, "2026-06-19"), "2026-07-19");
	assert.equal(due(within, "2019-01-01"), "2019-02-10");
	assert.equal(ruleOn(within, "2026-07-01").law, "New Act");
});

test("what comes after the hour that a policy names counts as the next working day's", () => {
	const until = { within: twenty, "counts-until": { hour: "17:00", because: "Our policy says so." } };
	assert.equal(countedFrom(until, at("2026-03-02T17:00:00Z")), "2026-03-02");
	assert.equal(countedFrom(until, at("2026-03-02T17:01:00Z")), "2026-03-03");
	assert.equal(countedFrom(until, at("2026-07-03T16:01:00Z")), "2026-07-06");
	assert.equal(countedFrom(until, at("2026-04-03T09:00:00Z")), "2026-04-07");
	assert.equal(countedFrom({ within: twenty }, at("2026-04-03T23:00:00Z")), "2026-04-04");
	assert.equal(
		londonDate(dueOf({ ...until, within: { days: 1 } }, { startedAt: noon("2026-03-07"), pauses: [], longer: 0 })),
		"2026-03-10",
	);
});

// With every pause, month and extension it ends before the bank holidays that are known do.
const anyDay = fc.integer({ min: 0, max: 300 }).map((days) => addDays("2025-06-01", days));
const anySpan = fc.oneof<fc.Arbitrary<Span>[]>(
	fc.integer({ min: 1, max: 40 }).map((n) => ({ "working-days": n, calendar: "england" })),
	fc.integer({ min: 1, max: 40 }).map((n) => ({ "working-days": n, calendar: "uk-any" })),
	fc.integer({ min: 1, max: 60 }).map((days) => ({ days })),
	fc.integer({ min: 1, max: 4 }).map((months) => ({ months, calendar: "england" })),
	fc.integer({ min: 1, max: 96 }).map((hours) => ({ hours })),
);

/** Pauses one after the other, each begun while there was time left. */
const anyCourse = fc
	.tuple(
		anySpan,
		anyDay,
		fc.array(fc.tuple(fc.integer({ min: 0, max: 60 * 24 }), fc.integer({ min: 0, max: 40 * 24 })), { maxLength: 4 }),
	)
	.map(([within, start, gaps]) => {
		const course = { startedAt: noon(start), pauses: new Array<{ from: Date; to: Date }>(), longer: 0 };
		for (const [after, lasts] of gaps) {
			const from = new Date((course.pauses.at(-1)?.to ?? course.startedAt).getTime() + after * 3_600_000);
			if (from > dueOf({ within }, course)) break;
			course.pauses.push({ from, to: new Date(from.getTime() + lasts * 3_600_000) });
		}
		return { within, course };
	});

test("asking and being answered on one day changes nothing", () => {
	fc.assert(
		fc.property(anyCourse, fc.integer({ min: 0, max: 90 }), ({ within, course }, after) => {
			const end = dueOf({ within }, course);
			const last = course.pauses.at(-1)?.to ?? course.startedAt;
			const from = new Date(last.getTime() + after * 86_400_000);
			fc.pre(from <= end);
			assert.deepEqual(dueOf({ within }, { ...course, pauses: [...course.pauses, { from, to: from }] }), end);
		}),
	);
});

test("a longer pause never makes it due earlier, and it is never late the moment it is answered", () => {
	fc.assert(
		fc.property(anyCourse, fc.integer({ min: 0, max: 500 }), ({ within, course }, hours) => {
			const last = course.pauses.at(-1);
			fc.pre(last !== undefined);
			if (!last) return;
			const more = { from: last.from, to: new Date(last.to.getTime() + hours * 3_600_000) };
			const without = dueOf({ within }, { ...course, pauses: course.pauses.slice(0, -1) });
			const end = dueOf({ within }, course);
			assert.ok(end >= without);
			assert.ok(end >= last.to);
			assert.ok(dueOf({ within }, { ...course, pauses: [...course.pauses.slice(0, -1), more] }) >= end);
		}),
	);
});

test("an extension makes it due later, and days of work and months end on a working day", () => {
	fc.assert(
		fc.property(anyCourse, fc.integer({ min: 1, max: 20 }), ({ within, course }, longer) => {
			const end = dueOf({ within }, course);
			assert.ok(dueOf({ within }, { ...course, longer }) >= end);
			assert.deepEqual(dueOf({ within }, { ...course, longer }), dueOf({ within: longerBy(within, longer) }, course));
			if ("calendar" in within) assert.ok(isWorkingDay(londonDate(end), within.calendar));
		}),
	);
});

const [first] = sampleDefinition().promise;
const faultsOf = (changes: object) =>
	clockFaults(definitionShape.parse({ ...sampleDefinition(), promise: [{ ...first, ...changes }] })).map(
		({ sentence }) => sentence,
	);

test("a clock that contradicts itself is not published", () => {
	const law = "Snow Act";
	const because = "We asked";
	const by = { "working-days": 5, calendar: "england" };
	const more = { id: "deep", name: "Very deep", by, law, tells: "Because {reason}, by {due}." };
	assert.deepEqual(faultsOf({}), []);
	assert.deepEqual(faultsOf({ extends: [more] }), []);
	assert.match(faultsOf({ pauses: [{ in: "plannd", because, law }] })[0] ?? "", /names the stage "plannd".*planned/s);
	assert.match(faultsOf({ pauses: [{ in: "done", because, law }] })[0] ?? "", /where it starts or stops/);
	assert.match(faultsOf({ restarts: [{ after: "nowhere", because, law }] })[0] ?? "", /names the stage "nowhere"/);
	assert.match(faultsOf({ extends: [{ ...more, by: { months: 1, calendar: "england" } }] })[0] ?? "", /not counted in/);
	assert.match(faultsOf({ extends: [{ ...more, tells: "By {due}." }] })[0] ?? "", /must tell the customer \{reason\}/);
	assert.match(faultsOf({ extends: [more, more] })[0] ?? "", /two extensions/);
	assert.match(
		faultsOf({ within: { hours: 4 }, "counts-until": { hour: "17:00", because } })[0] ?? "",
		/cannot count until/,
	);
});

test("the charter is told each promise once, with how long and the law that says so", () => {
	const promises = promisesOf(sampleService(), "2026-03-02");
	assert.deepEqual(promises, [
		{ words: "Within 1 working day", span: "1 working day", law: null },
		{ words: "Within 3 working days", span: "3 working days", law: null },
	]);
});
