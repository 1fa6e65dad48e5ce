import assert from "node:assert/strict";
import { test } from "node:test";
import { londonDate } from "../../platform/time/index.ts";
import { clocksStartedBy, clocksStoppedBy } from "./clocks.ts";
import { dueAfter, spanInWords } from "./due.ts";
import { sampleService } from "./sample.test-data.ts";

const service = sampleService();

test("a complaint received on Friday 18 December 2026 is acknowledged by Tuesday 29 December", () => {
	const due = dueAfter(new Date("2026-12-18T10:00:00Z"), { "working-days": 5, calendar: "england" });
	assert.equal(londonDate(due), "2026-12-29");
});

test("hours run through the night, and through the hour that spring takes away", () => {
	assert.deepEqual(dueAfter(new Date("2026-03-28T23:30:00Z"), { hours: 2 }), new Date("2026-03-29T01:30:00Z"));
});

test("the first clock of a name whose condition is true is the one that runs", () => {
	const at = new Date("2026-11-20T10:00:00Z");
	assert.deepEqual(
		clocksStartedBy(service, "received", { danger: "yes" }, at).map((clock) => [clock.clock, londonDate(clock.dueAt)]),
		[["clear", "2026-11-23"]],
	);
	assert.deepEqual(
		clocksStartedBy(service, "received", { danger: "no" }, at).map((clock) => [clock.clock, londonDate(clock.dueAt)]),
		[["clear", "2026-11-25"]],
	);
	assert.deepEqual(clocksStartedBy(service, "planned", {}, at), []);
});

test("closing stops every clock, another stage only those it names", () => {
	assert.deepEqual(clocksStoppedBy(service, "done"), ["clear"]);
	assert.deepEqual(clocksStoppedBy(service, "planned"), []);
	assert.deepEqual(clocksStoppedBy(service, "closed"), ["clear"]);
});

test("spans are said in words", () => {
	assert.equal(spanInWords({ "working-days": 1, calendar: "england" }), "1 working day");
	assert.equal(spanInWords({ hours: 24 }), "24 hours");
});
