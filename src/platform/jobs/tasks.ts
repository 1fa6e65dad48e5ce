/** What the worker can do: the modules' jobs, listeners and clock work under the names that the queue knows them by. */
import { randomUUID } from "node:crypto";
import { parseCronItem, type JobHelpers, type ParsedCronItem, type TaskList } from "graphile-worker";
import { sql } from "kysely";
import { z } from "zod";
import { type Context, type House, systemActor } from "../context/index.ts";
import { describeError, type Log } from "../log/index.ts";
import type { Module } from "../module/module.ts";

type Work = (ctx: Context, payload: unknown) => Promise<void>;

const announced = z.object({ data: z.unknown(), correlation: z.string() });

export function tasksOf(house: House, modules: readonly Module[], log: Log): TaskList {
	const works = new Map<string, Work>();
	const add = (name: string, work: Work) => {
		if (works.has(name)) throw new Error(`Two jobs have the name "${name}".`);
		works.set(name, work);
	};
	for (const module of modules) {
		for (const job of module.jobs) add(job.name, job.run);
		for (const daily of module.daily) add(clockName(module, daily.does), (ctx) => daily.run(ctx));
		for (const listener of module.hears) {
			add(listener.job, (ctx, payload) => {
				const { data, correlation } = announced.parse(payload);
				return listener.run({ ...ctx, correlation }, data);
			});
		}
	}
	return Object.fromEntries([...works].map(([name, work]) => [name, task(house, name, work, log)]));
}

/** What is due by the clock. After a time of being down, daily work that was missed is done; what is due often comes again soon. */
export function clockOf(modules: readonly Module[]): ParsedCronItem[] {
	const day = 24 * 60 * 60 * 1000;
	return modules.flatMap((module) =>
		module.daily.map(({ at, does }) => {
			const name = clockName(module, does);
			const options = { backfillPeriod: atFixedHour.test(at) ? day : 0, maxAttempts: 5, jobKey: name };
			return parseCronItem({ task: name, match: at, identifier: name, options });
		}),
	);
}

const atFixedHour = /^\S+\s+\d+\s/;

function clockName(module: Module, does: string): string {
	return `${module.name}: ${does}`;
}

function task(house: House, name: string, work: Work, log: Log) {
	return async (payload: unknown, { job, abortPromise }: JobHelpers): Promise<void> => {
		const started = performance.now();
		const ctx: Context = { house, actor: systemActor(name), now: new Date(), correlation: randomUUID() };
		const line = () => ({ job: name, id: job.id, attempt: job.attempts, ms: Math.round(performance.now() - started) });
		try {
			// A worker that has to stop does not wait for ever: the job goes back, and runs again elsewhere.
			await Promise.race([work(ctx, payload), abortPromise]);
			log("info", line());
		} catch (error) {
			const described = describeError(error);
			log(job.attempts >= job.max_attempts ? "error" : "warn", { ...line(), err: described });
			await spread(house, job.id);
			// What the queue keeps is shown at the desk, so it holds no values either.
			throw new Error(described.message || described.type);
		}
	};
}

/**
 * Up to half as much again is added to the wait before the next try, so that what failed together does not come back together.
 * The queue adds its own wait, e^attempts seconds, to what is set here.
 */
async function spread(house: House, id: string): Promise<void> {
	await sql`update graphile_worker._private_jobs set
			run_at = greatest(run_at, now()) + random() * 0.5 * exp(least(attempts, 10)) * interval '1 second'
		where id = ${id}::bigint`
		.execute(house.db)
		// The database may be the reason that the job failed.
		.catch(() => {});
}
