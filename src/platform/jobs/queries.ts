import { sql } from "kysely";
import type { Handle } from "../db/connect.ts";

/** Seconds by which the job that should have run first is late; 0 when none waits. Jobs that failed for good do not wait. */
export async function jobLag(db: Handle): Promise<number> {
	const { rows } = await sql<{ lag: number }>`select
			coalesce(extract(epoch from now() - min(run_at)), 0)::float8 as lag
		from graphile_worker.jobs where locked_at is null and run_at <= now() and attempts < max_attempts`.execute(db);
	return rows[0]?.lag ?? 0;
}
