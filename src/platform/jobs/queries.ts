import { sql } from "kysely";
import type { Handle } from "../db/connect.ts";

/** Seconds by which the job that should have run first is late; 0 when none waits. Jobs that failed for good do not wait. */
export async function jobLag(db: Handle): Promise<number> {
	const { rows } = await sql<{ lag: number }>`select
			coalesce(extract(epoch from now() - min(run_at)), 0)::float8 as lag
		from graphile_worker.jobs where locked_at is null and run_at <= now() and attempts < max_attempts`.execute(db);
	return rows[0]?.lag ?? 0;
}

/** A job that failed as often as it may. What it was about is not shown: it may be personal. */
export type DeadLetter = { id: string; task: string; attempts: number; why: string | null; failedAt: Date };

export type DeadLetterPage = { letters: readonly DeadLetter[]; next: string | undefined };

/** Dead letters, the newest first, from below the id `before` on. */
export async function deadLetters(db: Handle, before?: string, most = 50): Promise<DeadLetterPage> {
	const { rows } = await sql<DeadLetter>`select
			id::text, task_identifier as task, attempts::int, last_error as why, updated_at as "failedAt"
		from graphile_worker.jobs
		where attempts >= max_attempts and locked_at is null and (${before ?? null}::bigint is null or id < ${before ?? null}::bigint)
		order by jobs.id desc limit ${most + 1}`.execute(db);
	const letters = rows.slice(0, most);
	return { letters, next: rows.length > most ? letters.at(-1)?.id : undefined };
}

export async function countDeadLetters(db: Handle): Promise<number> {
	const { rows } = await sql<{ many: number }>`select count(*) as many
		from graphile_worker.jobs where attempts >= max_attempts and locked_at is null`.execute(db);
	return rows[0]?.many ?? 0;
}
