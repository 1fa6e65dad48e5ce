import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { auditColumns, auditValues, type AuditEntry } from "../audit/record.ts";
import { type Context, defineSlot } from "../context/index.ts";
import type { Handle } from "../db/connect.ts";
import type { EventType, Listener } from "./event.ts";

/** Which listeners hear which event, put in place at start-up from what the modules say they hear. */
export const listenersSlot = defineSlot<ReadonlyMap<string, readonly Listener[]>>("listeners");

export type Happening<T> = { event: EventType<T>; subject: string; data: T };

/**
 * The end of an action, in one round trip and inside its transaction: the ledger's entry, the event, and one job for each
 * listener. What is rolled back was never announced; what is committed cannot be lost.
 */
export async function record<T>(tx: Handle, ctx: Context, entry: AuditEntry, happening: Happening<T>): Promise<void> {
	const { event, subject } = happening;
	const data = JSON.stringify(event.data.parse(happening.data));
	const jobs = listenersSlot.of(ctx.house).get(event.name) ?? [];
	const payload = JSON.stringify({ data: happening.data, at: ctx.now, correlation: ctx.correlation });
	await sql`with audited as (
			insert into audit.entry (${auditColumns}) values ${auditValues(ctx, entry)}
		), happened as (
			insert into events.event (id, name, at, subject_id, correlation, data)
			values (${newId()}, ${event.name}, ${ctx.now}, ${subject}, ${ctx.correlation}, ${data}::jsonb)
		)
		select graphile_worker.add_job(job, ${payload}::json, max_attempts => 12)
		from unnest(${jobs.map((listener) => listener.job)}::text[]) as job`.execute(tx);
}
