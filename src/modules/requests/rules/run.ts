/** One run of a clock and what happened to it. */
import { type Clock, type Course, dueOf } from "../../services/index.ts";

/** A line of a run's history. What a run was due by is never lost: each line says it before and after. */
export type Change = {
	readonly kind: "paused" | "resumed" | "extended" | "restarted";
	readonly at: Date;
	/** The name of who did it. */
	readonly who: string;
	/** The stage that paused or restarted it, or the id of the extension. */
	readonly reason: string;
	/** Of an extension, how much longer, in the unit of the clock. */
	readonly by: number | null;
	readonly because: string;
	readonly law: string;
	readonly dueBefore: Date;
	/** Null while nobody can say: it is paused, or another run took its place. */
	readonly dueAfter: Date | null;
};

export type ClockRun = {
	readonly clock: string;
	readonly run: number;
	readonly startedAt: Date;
	readonly warnAt: Date;
	/** While it is paused, what it was before. */
	readonly dueAt: Date;
	readonly stoppedAt: Date | null;
	readonly pausedAt: Date | null;
	/** The promise as the customer was told it. */
	readonly words: string;
	readonly changes: readonly Change[];
};

export function isRunning(run: ClockRun): boolean {
	return run.stoppedAt === null && run.pausedAt === null;
}

export type Pause = { readonly from: Date; readonly to: Date | null; readonly because: string; readonly law: string };

/** The pauses of a run, oldest first; the last has no end while it lasts. One that the run's end cut short ends with it. */
export function pausesOf(run: Pick<ClockRun, "changes" | "stoppedAt">): Pause[] {
	const pauses: Pause[] = [];
	for (const { kind, at, because, law } of run.changes) {
		const open = pauses.at(-1);
		if (kind === "paused") pauses.push({ from: at, to: null, because, law });
		else if (open?.to === null && kind !== "extended") pauses[pauses.length - 1] = { ...open, to: at };
	}
	return pauses;
}

/** What `dueOf` needs to know of it. A pause that lasts has not moved anything yet. */
export function courseOf(run: Pick<ClockRun, "startedAt" | "changes" | "stoppedAt">): Course {
	const pauses = pausesOf(run).flatMap(({ from, to }) => (to === null ? [] : [{ from, to }]));
	const longer = run.changes.reduce((all, change) => all + (change.by ?? 0), 0);
	return { startedAt: run.startedAt, pauses, longer };
}

/** The run with one more line in its history, due by what that makes; it is marked as running out as long before as it was. */
export function dueWith(run: ClockRun, clock: Clock, change: Omit<Change, "dueAfter">): ClockRun {
	const dueAt = dueOf(clock, courseOf({ ...run, changes: [...run.changes, { ...change, dueAfter: null }] }));
	const lead = run.dueAt.getTime() - run.warnAt.getTime();
	return {
		...run,
		dueAt,
		warnAt: new Date(dueAt.getTime() - lead),
		changes: [...run.changes, { ...change, dueAfter: dueAt }],
	};
}

/** Milliseconds: from its start to its end, or to now; and how many of them it was paused. */
export function elapsed(run: ClockRun, now: Date): { total: number; paused: number } {
	const end = run.stoppedAt ?? now;
	const paused = pausesOf(run).reduce((all, { from, to }) => all + (to ?? end).getTime() - from.getTime(), 0);
	return { total: end.getTime() - run.startedAt.getTime(), paused };
}
