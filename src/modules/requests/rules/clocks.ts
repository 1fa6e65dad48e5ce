/** The clocks of a request: what a move from stage to stage does to them, and which runs out first. */
import type { Clock } from "../../services/index.ts";
import { startOf } from "./starts.ts";
import { type Change, type ClockRun, dueWith, isRunning } from "./run.ts";

export type { Change, ClockRun } from "./run.ts";

/** A clock that a stage starts, as the service works it out. */
export type Start = Pick<ClockRun, "clock" | "startedAt" | "warnAt" | "dueAt" | "words">;

/** A line of a run's history that an action adds. */
export type NewChange = Change & { readonly clock: string; readonly run: number; readonly turn: number };

export type Clocks = {
	/** Runs as they are now, of those that were there before. */
	changed: readonly ClockRun[];
	started: readonly ClockRun[];
	changes: readonly NewChange[];
	/** Of the clock that runs out first; null when none runs, and a paused one does not. */
	warnAt: Date | null;
	dueAt: Date | null;
	/** Nothing is due because each clock that was started waits for something. */
	paused: boolean;
};

/** A request going from one stage to another. */
export type Turn = {
	readonly at: Date;
	readonly who: string;
	readonly leaves: string | null;
	readonly enters: string;
	readonly stops: readonly string[];
	readonly starts: readonly Start[];
	/** When it was last reopened. */
	readonly reopenedAt: Date | null;
	readonly clockOf: (id: string) => Clock | undefined;
};

/**
 * What becomes of the clocks. A clock runs once until the request is reopened, however often its stage is entered. Leaving a
 * stage that restarts a clock ends its run and begins another with the whole span. A run is paused in the stages that its
 * clock names, when it is not late already: a question asked too late undoes no lateness.
 */
export function clocksAfter(runs: readonly ClockRun[], turn: Turn): Clocks {
	const was = new Map(runs.map((run) => [run, after(run, turn)]));
	const again = runs.filter((run) => isRestarted(was.get(run)) && !isRestarted(run)).map((run) => restart(run, turn));
	const since = (run: ClockRun) => turn.reopenedAt === null || run.startedAt >= turn.reopenedAt;
	const anew = turn.starts
		.filter((start) => !runs.some((run) => run.clock === start.clock && (since(run) || run.stoppedAt === null)))
		.map((start) => ({ ...start, run: numberAfter(runs, start.clock), ...fresh }));
	const started = [...again.flatMap((run) => run ?? []), ...anew].map((run) => inStage(run, turn));
	const changed = runs.filter((run) => was.get(run) !== run);
	return settled(
		[...was.values(), ...started],
		changed.map((run) => was.get(run) ?? run),
		started,
		[
			...changed.flatMap((run) => added(was.get(run) ?? run, run.changes.length)),
			...started.flatMap((run) => added(run, 0)),
		],
	);
}

/** The clocks of a new request. No clock is paused where it starts. */
export function firstClocks(starts: readonly Start[]): Clocks {
	const started = starts.map((start) => ({ ...start, run: 1, ...fresh }));
	return settled(started, [], started, []);
}

const fresh = { stoppedAt: null, pausedAt: null, changes: [] } as const;

/** One run as it is after the turn. */
function after(run: ClockRun, turn: Turn): ClockRun {
	if (run.stoppedAt !== null) return run;
	if (turn.stops.includes(run.clock)) return { ...resumed(run, turn), stoppedAt: turn.at };
	const clock = turn.clockOf(run.clock);
	const rule = leaves(turn) ? clock?.restarts.find((one) => one.after === turn.leaves) : undefined;
	if (!rule) return inStage(run, turn);
	const { at, who } = turn;
	const change = {
		kind: "restarted",
		at,
		who,
		reason: rule.after,
		by: null,
		because: rule.because,
		law: rule.law,
	} as const;
	const going = resumed(run, turn);
	const changes = [...going.changes, { ...change, dueBefore: going.dueAt, dueAfter: null }];
	return { ...going, stoppedAt: at, changes };
}

/** Paused in a stage that pauses it, resumed elsewhere; from one such stage to another, both. */
function inStage(run: ClockRun, turn: Turn): ClockRun {
	if (run.stoppedAt !== null) return run;
	const rule = turn.clockOf(run.clock)?.pauses.find((one) => one.in === turn.enters);
	if (rule && run.pausedAt !== null && run.changes.at(-1)?.reason === rule.in) return run;
	const going = resumed(run, turn);
	if (!rule || turn.at > going.dueAt) return going;
	const { at, who } = turn;
	const change = { kind: "paused", at, who, reason: rule.in, by: null, because: rule.because, law: rule.law } as const;
	return { ...going, pausedAt: at, changes: [...going.changes, { ...change, dueBefore: going.dueAt, dueAfter: null }] };
}

function resumed(run: ClockRun, { at, who, clockOf }: Turn): ClockRun {
	const paused = run.changes.at(-1);
	const clock = clockOf(run.clock);
	if (run.pausedAt === null) return run;
	if (paused === undefined || !clock) return { ...run, pausedAt: null };
	const { reason, because, law } = paused;
	const change = { kind: "resumed", at, who, reason, by: null, because, law, dueBefore: run.dueAt } as const;
	return dueWith({ ...run, pausedAt: null }, clock, change);
}

function restart(run: ClockRun, turn: Turn): ClockRun | undefined {
	const clock = turn.clockOf(run.clock);
	return clock && { ...startOf(clock, turn.at), run: run.run + 1, ...fresh };
}

function isRestarted(run: ClockRun | undefined): boolean {
	return run?.changes.at(-1)?.kind === "restarted";
}

function leaves({ leaves: from, enters }: Turn): boolean {
	return from !== null && from !== enters;
}

function numberAfter(runs: readonly ClockRun[], clock: string): number {
	return Math.max(0, ...runs.filter((run) => run.clock === clock).map((run) => run.run)) + 1;
}

/** The lines of a run's history after the first so many. */
export function added(run: ClockRun, known: number): NewChange[] {
	return run.changes
		.slice(known)
		.map((change, at) => ({ ...change, clock: run.clock, run: run.run, turn: known + at + 1 }));
}

/** What is saved, with what the queue sorts by. */
export function settled(
	all: readonly ClockRun[],
	changed: readonly ClockRun[],
	started: readonly ClockRun[],
	changes: readonly NewChange[],
): Clocks {
	const [first] = all.filter(isRunning).toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
	const paused = first === undefined && all.some((run) => run.pausedAt !== null);
	return { changed, started, changes, warnAt: first?.warnAt ?? null, dueAt: first?.dueAt ?? null, paused };
}
