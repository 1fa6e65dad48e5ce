/** The clocks of a request: which stop and start when it enters a stage, and which runs out first. */

export type ClockRun = {
	readonly clock: string;
	readonly run: number;
	readonly startedAt: Date;
	readonly warnAt: Date;
	readonly dueAt: Date;
	readonly stoppedAt: Date | null;
	/** The promise as the customer was told it. */
	readonly words: string;
};

/** A clock that a stage starts, as the service works it out. */
export type Start = Pick<ClockRun, "clock" | "startedAt" | "warnAt" | "dueAt" | "words">;

export type Clocks = {
	stopped: readonly ClockRun[];
	started: readonly ClockRun[];
	/** Of the clock that runs out first; null when none runs. */
	warnAt: Date | null;
	dueAt: Date | null;
};

/**
 * What becomes of the clocks when a stage that stops `stops` and starts `starts` is entered. A clock runs once until the
 * request is reopened, however often its stage is entered; `reopenedAt` is when that last happened.
 */
export function clocksAfter(
	runs: readonly ClockRun[],
	stops: readonly string[],
	starts: readonly Start[],
	reopenedAt: Date | null,
): Clocks {
	const stopped = runs.filter((run) => run.stoppedAt === null && stops.includes(run.clock));
	const since = (run: ClockRun) => reopenedAt === null || run.startedAt >= reopenedAt;
	const started = starts
		.filter((start) => !runs.some((run) => run.clock === start.clock && (since(run) || run.stoppedAt === null)))
		.map((start) => ({ ...start, run: runs.filter((run) => run.clock === start.clock).length + 1, stoppedAt: null }));
	const running = [...runs.filter((run) => run.stoppedAt === null && !stopped.includes(run)), ...started];
	return { stopped, started, ...firstOut(running) };
}

function firstOut(running: readonly ClockRun[]): { warnAt: Date | null; dueAt: Date | null } {
	const [first] = running.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
	return { warnAt: first?.warnAt ?? null, dueAt: first?.dueAt ?? null };
}
