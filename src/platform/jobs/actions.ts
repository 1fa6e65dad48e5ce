import { sql } from "kysely";
import { audit } from "../audit/record.ts";
import type { Context } from "../context/index.ts";
import { NotFound } from "../refusal/index.ts";

/** Puts a dead letter back into the queue, to be tried as often as a new job. Throws `NotFound` when it is not a dead letter. */
export async function retryJob(ctx: Context, id: string): Promise<void> {
	await ctx.house.db.transaction().execute(async (tx) => {
		const { rows } = await sql<{ task: string }>`select task_identifier as task from graphile_worker.jobs
			where id = ${id}::bigint and attempts >= max_attempts and locked_at is null`.execute(tx);
		const letter = rows[0];
		if (!letter) throw new NotFound();
		await sql`select from graphile_worker.reschedule_jobs(array[${id}::bigint], run_at => now(), attempts => 0)`.execute(
			tx,
		);
		await audit(tx, ctx, { action: "job.retried", subject: { kind: "job", id }, after: { task: letter.task } });
	});
}
