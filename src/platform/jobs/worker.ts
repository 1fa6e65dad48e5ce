import { EventEmitter } from "node:events";
import { Logger, run, type Runner, type RunnerOptions, type WorkerEvents } from "graphile-worker";
import type pg from "pg";
import { seal } from "../audit/chain.ts";
import { configSlot } from "../config/index.ts";
import type { House } from "../context/index.ts";
import { isDatabaseAway } from "../db/away.ts";
import { describeError, lineLog, type Log } from "../log/index.ts";
import type { Module } from "../module/module.ts";
import { holdLifeline, type Lifeline, sweeper } from "./lifeline.ts";
import { every, type Round } from "./round.ts";
import { clockOf, tasksOf } from "./tasks.ts";

export type Worker = {
	/** Takes no more jobs, lets those in hand finish for some seconds, and hands the rest back. */
	stop(): Promise<void>;
};

export type WorkerOptions = {
	/** How many jobs run at once. */
	atOnce?: number;
	/** Milliseconds that a job in hand has to finish when the worker stops. */
	patience?: number;
	/** Milliseconds between looks for jobs whose worker died. */
	sweepEvery?: number;
	log?: Log;
};

/**
 * Does the modules' jobs, hears their events and keeps their clock, and seals the audit ledger each second. Any number of
 * workers may run at once. The database going away and coming back is survived; jobs of a worker that was killed are done by
 * another within seconds. Needs a place in `pool` for each job at once and two more.
 */
export async function startWorker(
	house: House,
	pool: pg.Pool,
	modules: readonly Module[],
	options: WorkerOptions = {},
): Promise<Worker> {
	const { atOnce = 4, patience = 8_000, sweepEvery = 5_000 } = options;
	const log = options.log ?? lineLog(configSlot.of(house).LOG_LEVEL);
	const taskList = tasksOf(house, modules, log);
	const clock = clockOf(modules);
	const closing = Promise.withResolvers<void>();
	let stopping = false;
	let shift: Shift | undefined;

	// The runner gives up when the queue cannot be written to for long; then a new one begins.
	const shifts = (async () => {
		while (!stopping) {
			shift = undefined;
			try {
				shift = await startShift(
					pool,
					{ taskList, parsedCronItems: clock, concurrency: atOnce },
					patience,
					closing.promise,
					log,
				);
				if (stopping) await shift.runner.stop();
				await shift.runner.promise;
			} catch (error) {
				if (!stopping) log("warn", { job: "worker", err: describeError(error) });
			} finally {
				await shift?.lifeline()?.release();
			}
			if (!stopping) await new Promise((next) => setTimeout(next, 1_000));
		}
	})();

	const quietly =
		(name: string, work: () => Promise<unknown>): (() => Promise<void>) =>
		async () => {
			try {
				await work();
			} catch (error) {
				if (!isDatabaseAway(error)) log("error", { job: name, err: describeError(error) });
			}
		};
	const rounds: Round[] = [
		every(sweepEvery, quietly("free the jobs of the dead", sweeper(house.db))),
		every(
			1_000,
			quietly("seal the ledger", () => seal(house.db)),
		),
	];
	return {
		async stop() {
			stopping = true;
			closing.resolve();
			for (const round of rounds) await round.stop();
			const ended = (shift?.runner.stop() ?? Promise.resolve()).catch(() => {}).then(() => shifts);
			// Without its database the queue would go on trying to write for minutes; the next worker finds what it held.
			await Promise.race([ended, waiting(patience + 4_000)]);
			// What the last jobs wrote is sealed before the doors close.
			await quietly("seal the ledger", () => seal(house.db))();
		},
	};
}

function waiting(milliseconds: number): Promise<void> {
	return new Promise((done) => setTimeout(done, milliseconds).unref());
}

type Shift = { runner: Runner; lifeline: () => Lifeline | undefined };

async function startShift(
	pool: pg.Pool,
	work: RunnerOptions,
	patience: number,
	closing: Promise<void>,
	log: Log,
): Promise<Shift> {
	const events: WorkerEvents = new EventEmitter();
	let lifeline: Lifeline | undefined;
	events.on("pool:create", ({ workerPool }) => {
		lifeline = holdLifeline(pool, workerPool.id);
	});
	const runner = await run({
		...work,
		pgPool: pool,
		events,
		noHandleSignals: true,
		logger: new Logger(() => (level, message, meta) => {
			// The tasks log their own failures, without what they were about.
			if ((level !== "error" && level !== "warning") || meta?.failure) return;
			log(level === "error" ? "error" : "warn", { job: "worker", msg: message });
		}),
		// Asked before each job is taken: none is, until others can see that this worker lives.
		forbiddenFlags: async () => {
			await Promise.race([lifeline?.held(), closing]);
			return null;
		},
		preset: {
			worker: {
				gracefulShutdownAbortTimeout: patience,
				// Unbatched, a job that cannot be marked as done ends the process: its promise is awaited by nobody.
				completeJobBatchDelay: 0,
				failJobBatchDelay: 0,
			},
		},
	});
	return { runner, lifeline: () => lifeline };
}
