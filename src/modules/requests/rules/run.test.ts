import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { clockOf, readyService } from "../../services/index.ts";
import { monday, papersDefinition } from "../testing.ts";
import { type ClockRun, clocksAfter, firstClocks } from "./clocks.ts";
import { explainDue } from "./explain.ts";
import { elapsed, pausesOf } from "./run.ts";
import { startsOf } from "./starts.ts";

const service = readyService(papersDefinition, 1);
const find = (id: string) => clockOf(service, id, {});
const hour = 3_600_000;

/** The runs after going through stages, each so many hours after the one before. */
function through(steps: readonly (readonly [stage: string, hours: number])[]): { runs: readonly ClockRun[]; at: Date } {
	let runs = firstClocks(startsOf(service, "new", {}, monday)).started;
	let [leaves, at] = ["new", monday];
	for (const [enters, hours] of steps) {
		at = new Date(at.getTime() + hours * hour);
		const turn = { at, who: "Ada Ash", leaves, enters, starts: [], reopenedAt: null, clockOf: find };
		const clocks = clocksAfter(runs, { ...turn, stops: enters === "sent" ? ["send"] : [] });
		const changed = new Map(clocks.changed.map((run) => [`${run.clock} ${run.run}`, run]));
		runs = [...runs.map((run) => changed.get(`${run.clock} ${run.run}`) ?? run), ...clocks.started];
		leaves = enters;
	}
	return { runs, at };
}

const anySteps = fc.array(
	fc.tuple(fc.constantFrom("asked", "unclear", "looked-at"), fc.integer({ min: 0, max: 30 * 24 })),
	{ maxLength: 8 },
);

test("what a run took is always from its start to its end, and its pauses lie within it", () => {
	fc.assert(
		fc.property(anySteps, fc.integer({ min: 0, max: 1000 }), (steps, hours) => {
			const { runs, at } = through(steps);
			const now = new Date(at.getTime() + hours * hour);
			assert.equal(runs.filter((run) => run.stoppedAt === null).length, 1);
			for (const run of runs) {
				const { total, paused } = elapsed(run, now);
				assert.equal(total, (run.stoppedAt ?? now).getTime() - run.startedAt.getTime());
				assert.ok(paused >= 0 && paused <= total);
				assert.equal(
					pausesOf(run).some((pause) => pause.to === null),
					run.pausedAt !== null,
				);
				for (const change of run.changes.slice(1)) assert.ok(change.at >= (run.changes[0]?.at ?? change.at));
			}
		}),
	);
});

test("going to a question and back on the same day leaves the date as it was", () => {
	const { runs } = through([
		["asked", 25],
		["looked-at", 0],
	]);
	assert.deepEqual(runs[0]?.dueAt, through([]).runs[0]?.dueAt);
	assert.deepEqual(runs[0]?.warnAt, through([]).runs[0]?.warnAt);
});

test("from one question to another the reason changes and the pause goes on", () => {
	const { runs } = through([
		["asked", 24],
		["unclear", 24],
	]);
	const pauses = pausesOf(runs[0] ?? assert.fail("no run")).map(({ because, to }) => [because, to?.getTime()]);
	const wednesday = monday.getTime() + 48 * hour;
	assert.deepEqual(pauses, [
		["We asked you what you would like", wednesday],
		["We asked you what you mean", undefined],
	]);
});

test("the page can say of each date what was counted, what was not and what happened on the way", () => {
	const { runs, at } = through([
		["asked", 72],
		["looked-at", 12 * 24],
		["unclear", 24],
		["looked-at", 72],
	]);
	const [first, second] = runs;
	assert.ok(first && second);
	const how = explainDue(first, find("send"), at);
	assert.deepEqual(how, {
		rule: ["10 working days after Monday 2 March 2026, without the time it was paused, until the end of that day."],
		law: "Papers Act, section 1",
		notCounted: ["22 Mar 2026: Sunday", "28 Mar 2026: Saturday", "29 Mar 2026: Sunday"],
		happened: [
			{
				when: "Thursday 5 March 2026 at 10am",
				what: "Paused. It was due by Monday 16 March 2026",
				why: "We asked you what you would like",
				law: "Papers Act, section 2",
				who: "Ada Ash",
			},
			{
				when: "Tuesday 17 March 2026 at 10am",
				what: "Went on. Due by Thursday 26 March 2026",
				why: null,
				law: "Papers Act, section 2",
				who: "Ada Ash",
			},
			{
				when: "Wednesday 18 March 2026 at 10am",
				what: "Paused. It was due by Thursday 26 March 2026",
				why: "We asked you what you mean",
				law: "Papers Act, section 3",
				who: "Ada Ash",
			},
			{
				when: "Saturday 21 March 2026 at 10am",
				what: "Started again with all its time. It was due by Monday 30 March 2026",
				why: "You told us what you mean",
				law: "Papers Act, section 3",
				who: "Ada Ash",
			},
		],
		elapsed: "19 days in all. Paused for 15 days of that, so 4 days count.",
	});
	assert.deepEqual(explainDue(second, find("send"), at).rule, [
		"10 working days after Saturday 21 March 2026, until the end of that day.",
	]);
});
