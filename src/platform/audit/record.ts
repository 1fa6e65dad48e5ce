import { type RawBuilder, sql } from "kysely";
import type { Context } from "../context/index.ts";
import type { Db, Handle } from "../db/connect.ts";

/** One line of the ledger. `before` and `after` hold only what changed, never a whole record. */
export type AuditEntry = {
	/** A noun and what was done, such as `request.closed` or `customer.read`. */
	action: string;
	subject: { kind: string; id: string };
	before?: Record<string, unknown>;
	after?: Record<string, unknown>;
	/** Why personal data was read or used; the context's purpose when left out. */
	purpose?: string;
};

/** The values of one entry in the order of `audit.entry`'s columns; shared with the statement that also announces. */
export function auditValues(ctx: Context, entry: AuditEntry) {
	return sql`(${ctx.now}::timestamptz, ${ctx.actor.kind}, ${ctx.actor.id}, ${ctx.actor.name}, ${entry.action},
		${entry.subject.kind}, ${entry.subject.id}, ${entry.purpose ?? ctx.purpose ?? null}, ${ctx.correlation},
		${entry.before ? JSON.stringify(entry.before) : null}::jsonb, ${entry.after ? JSON.stringify(entry.after) : null}::jsonb)`;
}

export const auditColumns = sql.raw(
	"at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, purpose, correlation, before, after",
);

/** Writes to the ledger inside the caller's transaction. */
export async function audit(tx: Handle, ctx: Context, ...entries: AuditEntry[]): Promise<void> {
	if (entries.length === 0) return;
	const rows = sql.join(entries.map((entry) => auditValues(ctx, entry)));
	await sql`insert into audit.entry (${auditColumns}) values ${rows}`.execute(tx);
}

/**
 * For the `with` of the statement that reads: notes the reading in the same round trip. The page waits until the line is
 * written, and not until it is on the disk: a power cut may take the last half second of such lines with it (decision 0008).
 * Never inside a transaction that changes something.
 */
export function readingNoted(ctx: Context, entry: AuditEntry): RawBuilder<unknown> {
	return sql`unhurried as materialized (select set_config('synchronous_commit', 'off', true)),
		noted as (insert into audit.entry (${auditColumns})
			select line.* from unhurried, (values ${auditValues(ctx, entry)}) line)`;
}

/** The same where the reading was done in other statements. */
export async function auditReading(db: Db, ctx: Context, entry: AuditEntry): Promise<void> {
	await sql`with ${readingNoted(ctx, entry)} select`.execute(db);
}
