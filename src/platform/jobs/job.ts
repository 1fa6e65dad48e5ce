import { sql } from "kysely";
import type { z } from "zod";
import type { Context } from "../context/index.ts";
import type { Handle } from "../db/connect.ts";

/** Work done later by a worker, with retries. It must be safe to run twice: a worker can die at any line. */
export type Job<T> = {
	readonly name: string;
	readonly payload: z.ZodType<T>;
	readonly run: (ctx: Context, payload: T) => Promise<void>;
	/** Tries before it is a dead letter. 12 tries with this backoff take about two days. */
	readonly attempts?: number;
};

/** A job as the worker holds it: the payload is checked before it runs. */
export type AnyJob = {
	readonly name: string;
	readonly attempts: number;
	readonly run: (ctx: Context, payload: unknown) => Promise<void>;
};

export function eraseJob<T>(job: Job<T>): AnyJob {
	return {
		name: job.name,
		attempts: job.attempts ?? 12,
		run: (ctx, payload) => job.run(ctx, job.payload.parse(payload)),
	};
}

export type JobOptions = {
	/** Not before this instant. */
	runAt?: Date;
	/** A waiting job with this key is replaced instead of a second one being added. */
	key?: string;
};

/** Adds a job inside the caller's transaction: rolled back with it, committed with it. */
export async function addJob<T>(
	tx: Handle,
	job: Omit<Job<T>, "run">,
	payload: T,
	options: JobOptions = {},
): Promise<void> {
	const data = JSON.stringify(job.payload.parse(payload));
	await sql`select graphile_worker.add_job(${job.name}, ${data}::json, run_at => ${options.runAt ?? null}::timestamptz,
		job_key => ${options.key ?? null}, max_attempts => ${job.attempts ?? 12})`.execute(tx);
}
