import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { newReference } from "../../../platform/formats/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { endOfDay } from "../../../platform/time/index.ts";
import { type Clock, readyService } from "../../services/index.ts";
import { monday, treeDefinition } from "../testing.ts";
import { type ClockRun, clocksAfter, type Turn } from "./clocks.ts";
import { readCursor, writeCursor } from "../../../platform/thread/index.ts";
import { explainDue } from "./explain.ts";
import { closeWith, isKeptFrom, moveTo, reopenTo, type Standing } from "./moves.ts";
import { ageInWords, byWhen, dueInWords, promiseState, runState } from "./promise.ts";
import { stagesReached } from "./reached.ts";
import { sought } from "./search.ts";
import { startsOnReopening } from "./starts.ts";
import { written } from "./written.ts";

const at = (text: string) => new Date(text);
const run = (over: Partial<ClockRun> = {}): ClockRun => ({
	clock: "clear",
	run: 1,
	startedAt: monday,
	warnAt: at("2026-03-04T12:00:00Z"),
	dueAt: endOfDay("2026-03-05"),
	stoppedAt: null,
	pausedAt: null,
	words: "We clear it",
	changes: [],
	...over,
});

describe("a promise", () => {
	it("runs, runs out, and is overdue a moment after it was due", () => {
		const state = (now: string) => promiseState(run(), at(now));
		assert.equal(state("2026-03-04T11:59:59Z"), "running");
		assert.equal(state("2026-03-04T12:00:00Z"), "running-out");
		assert.equal(state("2026-03-05T23:59:59Z"), "running-out");
		assert.equal(state("2026-03-06T00:00:00Z"), "overdue");
		assert.equal(promiseState({ warnAt: null, dueAt: null }, monday), null);
	});

	it("that ended in time was kept, and later was missed, whatever the time is now", () => {
		const now = at("2027-01-01T00:00:00Z");
		assert.equal(runState(run({ stoppedAt: at("2026-03-05T23:00:00Z") }), now), "kept");
		assert.equal(runState(run({ stoppedAt: at("2026-03-06T00:00:00Z") }), now), "missed");
		assert.equal(runState(run(), now), "overdue");
	});

	it("says when in the words of a list, on London's calendar", () => {
		const words = (dueAt: Date, now: string) => dueInWords(dueAt, at(now));
		assert.equal(words(endOfDay("2026-03-05"), "2026-02-02T10:00:00Z"), "5 Mar 2026");
		assert.equal(words(endOfDay("2026-03-05"), "2026-03-02T10:00:00Z"), "in 3 days");
		assert.equal(words(endOfDay("2026-03-05"), "2026-03-04T10:00:00Z"), "tomorrow");
		assert.equal(words(at("2026-03-05T14:00:00Z"), "2026-03-04T10:00:00Z"), "tomorrow by 2pm");
		assert.equal(words(endOfDay("2026-03-05"), "2026-03-05T10:00:00Z"), "today");
		assert.equal(words(at("2026-03-05T14:00:00Z"), "2026-03-05T10:00:00Z"), "today by 2pm");
		assert.equal(words(at("2026-03-05T14:00:00Z"), "2026-03-05T15:00:00Z"), "over since 2pm");
		assert.equal(words(endOfDay("2026-03-05"), "2026-03-06T10:00:00Z"), "1 day over");
		assert.equal(words(endOfDay("2026-07-01"), "2026-06-30T23:30:00Z"), "today");
		assert.equal(byWhen(endOfDay("2026-03-05")), "Thursday 5 March 2026");
		assert.equal(byWhen(at("2026-07-01T13:00:00Z")), "2pm on Wednesday 1 July 2026");
	});

	it("says how old something is in the fewest words", () => {
		const age = (now: string) => ageInWords(at("2026-03-05T12:00:00Z"), at(now));
		assert.equal(age("2026-03-05T11:59:00Z"), "0 min");
		assert.equal(age("2026-03-05T12:59:00Z"), "59 min");
		assert.equal(age("2026-03-05T13:59:00Z"), "1 hr");
		assert.equal(age("2026-03-06T11:59:00Z"), "23 hrs");
		assert.equal(age("2026-03-06T12:00:00Z"), "1 day");
		assert.equal(age("2026-04-05T11:00:00Z"), "30 days");
	});

	it("explains its date with the days that were not counted", () => {
		const clock: Clock = {
			id: "clear",
			starts: "new",
			stops: [],
			within: { "working-days": 3, calendar: "england" },
			words: "We clear it",
			warn: 0.75,
			pauses: [],
			restarts: [],
			extends: [],
		};
		const easter = run({ startedAt: at("2026-04-01T10:00:00Z") });
		assert.deepEqual(explainDue({ ...easter, dueAt: endOfDay("2026-04-08") }, clock, at("2026-04-02T09:00:00Z")), {
			rule: ["3 working days after Wednesday 1 April 2026, until the end of that day."],
			law: null,
			notCounted: [
				"3 Apr 2026: Good Friday",
				"4 Apr 2026: Saturday",
				"5 Apr 2026: Sunday",
				"6 Apr 2026: Easter Monday",
			],
			happened: [],
			elapsed: "1 day so far.",
		});
		const hour = explainDue(run(), { ...clock, within: { hours: 1 } }, at("2026-03-02T10:40:00Z"));
		assert.deepEqual([hour.rule, hour.elapsed], [["1 hour after Monday 2 March 2026 at 10am."], "0 hours so far."]);
	});
});

describe("the clocks of a request", () => {
	const start = {
		clock: "clear",
		startedAt: monday,
		warnAt: monday,
		dueAt: endOfDay("2026-03-05"),
		words: "We clear it",
	};

	const turn = (over: Partial<Turn> = {}): Turn => ({
		at: monday,
		who: "Ada Ash",
		leaves: "new",
		enters: "looked-at",
		stops: [],
		starts: [],
		reopenedAt: null,
		clockOf: () => undefined,
		...over,
	});

	it("start once until it is reopened, however often their stage is entered", () => {
		const starts = [start];
		assert.equal(clocksAfter([run()], turn({ starts })).started.length, 0);
		const stopped = run({ stoppedAt: at("2026-03-03T10:00:00Z") });
		assert.equal(clocksAfter([stopped], turn({ starts })).started.length, 0);
		const reopenedAt = at("2026-03-04T10:00:00Z");
		assert.equal(clocksAfter([stopped], turn({ starts, reopenedAt })).started[0]?.run, 2);
		const again = run({ run: 2, startedAt: reopenedAt, stoppedAt: at("2026-03-05T10:00:00Z") });
		assert.equal(clocksAfter([stopped, again], turn({ starts, reopenedAt })).started.length, 0);
	});

	it("are due by the first that still runs", () => {
		const sooner = run({ clock: "tell", dueAt: endOfDay("2026-03-03") });
		assert.deepEqual(clocksAfter([run(), sooner], turn()).dueAt, sooner.dueAt);
		assert.deepEqual(clocksAfter([run(), sooner], turn({ stops: ["tell"] })).dueAt, run().dueAt);
		assert.equal(clocksAfter([run(), sooner], turn({ stops: ["tell", "clear"] })).dueAt, null);
	});

	it("of a reopened request are those of one that came to that stage anew", () => {
		const service = readyService(treeDefinition, 1);
		const clocks = (stage: string) =>
			startsOnReopening(service, stage, { blocks: "no" }, monday).map((one) => one.clock);
		assert.deepEqual(clocks("new"), ["clear"]);
		assert.deepEqual(clocks("looked-at"), ["clear", "tell"]);
		assert.deepEqual(clocks("ordered"), ["clear"]);
		assert.deepEqual(clocks("cleared"), []);
	});
});

describe("what may be done with a request", () => {
	const service = readyService(treeDefinition, 1);
	const standing = (over: Partial<Standing> = {}): Standing => ({
		stage: "new",
		publicStage: "received",
		closedAt: null,
		workedBy: new Map(),
		...over,
	});
	const code = (outcome: unknown) => (isRefusal(outcome) ? "refused" : "allowed");

	it("moves on to any later stage, never back, never closed without an outcome", () => {
		assert.equal(code(moveTo(service, standing(), "cleared", [])), "allowed");
		assert.equal(code(moveTo(service, standing({ stage: "cleared" }), "new", [])), "refused");
		assert.equal(code(moveTo(service, standing(), "closed", [])), "refused");
		assert.equal(code(moveTo(service, standing({ closedAt: monday }), "cleared", [])), "refused");
	});

	it("closes with an outcome of its service, and with words where that needs them", () => {
		assert.equal(code(closeWith(service, standing(), "done", "")), "allowed");
		assert.equal(code(closeWith(service, standing(), "not-ours", "")), "refused");
		assert.equal(code(closeWith(service, standing(), "not-ours", "Ask the railway")), "allowed");
		assert.equal(code(closeWith(service, standing(), "toString", "x")), "refused");
	});

	it("reopens to the last second of the last day promised", () => {
		const closed = standing({ stage: "closed", publicStage: "closed", closedAt: monday });
		assert.equal(code(reopenTo(service, closed, at("2026-03-30T22:59:59Z"), 0)), "allowed");
		assert.equal(code(reopenTo(service, closed, at("2026-03-30T23:00:00Z"), 0)), "refused");
		assert.equal(code(reopenTo(service, standing({ publicStage: "acted-on" }), monday, 0)), "allowed");
		assert.equal(code(reopenTo(service, standing(), monday, 0)), "refused");
	});

	it("reopens as often as its service says, and no more", () => {
		const { definition } = service;
		const once = { ...service, definition: { ...definition, reopens: { ...definition.reopens, times: 1 } } };
		const acted = standing({ publicStage: "acted-on" });
		const again = (before: number) => {
			const outcome = reopenTo(once, acted, monday, before);
			return isRefusal(outcome) ? outcome.code : outcome.id;
		};
		assert.deepEqual([again(0), again(1), again(2)], ["new", "reopened-already", "reopened-already"]);
		assert.equal(code(reopenTo(service, acted, monday, 9)), "allowed");
	});

	it("keeps whoever worked the first look from the second", () => {
		const worked = standing({ workedBy: new Map([["looked-at", new Set(["ada"])]]) });
		assert.equal(isKeptFrom(service, worked, "second-look", "ada"), true);
		assert.equal(isKeptFrom(service, worked, "second-look", "bob"), false);
		assert.equal(isKeptFrom(service, worked, "ordered", "ada"), false);
	});
});

describe("a place in a list", () => {
	it("comes back from the address as it went in", () => {
		fc.assert(
			fc.property(
				fc.option(fc.date({ min: at("2000-01-01T00:00:00Z"), max: at("2100-01-01T00:00:00Z"), noInvalidDate: true })),
				fc.uuid(),
				(when, id) => {
					assert.deepEqual(readCursor(writeCursor({ at: when, id })), { at: when, id });
				},
			),
		);
	});

	it("that was tampered with is none", () => {
		fc.assert(fc.property(fc.string(), (typed) => assert.equal(readCursor(typed), undefined)));
		const good = writeCursor({ at: monday, id: "00000000-0000-7000-8000-000000000000" });
		assert.equal(readCursor(`${good.slice(2)}`), undefined);
		assert.equal(readCursor(undefined), undefined);
		assert.equal(
			readCursor(Buffer.from("999999999999999.00000000-0000-7000-8000-000000000000").toString("base64url")),
			undefined,
		);
	});
});

describe("what was typed to search", () => {
	it("is told by its shape", () => {
		const reference = newReference("SR", (bytes) => Buffer.alloc(bytes, 7));
		const kind = (typed: string) => sought(typed, "SR")?.kind;
		assert.equal(kind(reference.toLowerCase().replaceAll("-", " ")), "reference");
		assert.equal(kind(reference.replace("SR", "XX")), "words");
		assert.equal(kind("Jo@Example.org"), "email");
		assert.equal(kind("jo@"), "words");
		assert.equal(kind("01642 245432"), "phone");
		assert.equal(kind("ts1 9ft"), "postcode");
		assert.equal(kind("elm road"), "words");
		assert.equal(kind("   "), undefined);
	});
});

describe("the five stages", () => {
	const states = (...came: [Parameters<typeof stagesReached>[0][number]["stage"], string][]) =>
		stagesReached(came.map(([stage, when]) => ({ stage, at: at(when) }))).map(
			({ state, at: when }) => `${state} ${when?.toISOString().slice(8, 10) ?? "-"}`,
		);

	it("have the day each was first reached; one passed over has none", () => {
		assert.deepEqual(states(["received", "2026-03-02"], ["planned", "2026-03-04"], ["planned", "2026-03-05"]), [
			"done 02",
			"done -",
			"current 04",
			"to-come -",
			"to-come -",
		]);
	});

	it("go back when it is reopened", () => {
		assert.deepEqual(states(["received", "2026-03-02"], ["closed", "2026-03-04"], ["forwarded", "2026-03-06"]), [
			"done 02",
			"current 06",
			"to-come -",
			"to-come -",
			"to-come -",
		]);
	});
});

describe("what someone writes", () => {
	it("is tidied, and refused rather than cut when it is too long", () => {
		assert.equal(written(" a\r\n\r\n\r\n\r\nb ", "note"), "a\n\nb");
		assert.equal(written(undefined, "note"), "");
		assert.ok(isRefusal(written("x".repeat(4001), "note")));
	});
});
