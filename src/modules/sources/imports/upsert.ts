import { sql } from "kysely";
import { v7 as newId } from "uuid";
import type { Tx } from "../../../platform/db/connect.ts";
import type { Source } from "../pack/source.ts";
import { turnsLock } from "../queries/records.ts";
import type { Reading } from "../reading/line.ts";

export type Incoming = Pick<Reading, "said" | "fromDay" | "untilDay" | "faults"> & { key: string; line: number | null };
export type Counts = { added: number; changed: number; unchanged: number };

/**
 * First in every transaction that writes records: readers of what changed wait for it, and of two who write one source's
 * records the second waits for the first.
 */
export async function takeTurn(tx: Tx, source: string): Promise<void> {
	await sql`select pg_advisory_xact_lock_shared(${turnsLock})`.execute(tx);
	await sql`select pg_advisory_xact_lock(hashtextextended(${source}, ${turnsLock}))`.execute(tx);
}

/**
 * Writes records that a source sent, each key once. One that says what it said is only seen again; of one that says otherwise
 * the earlier is kept.
 */
export async function upsert(
	tx: Tx,
	source: Source,
	given: { importId: string; now: Date; records: readonly Incoming[] },
): Promise<Counts> {
	const incoming = JSON.stringify(
		given.records.map(({ key, line, said, fromDay, untilDay, faults }) => ({
			id: newId(),
			key,
			line,
			said,
			from_day: fromDay,
			until_day: untilDay,
			faults,
		})),
	);
	const now = sql`${given.now}::timestamptz`;
	const { rows } = await sql<Counts>`with incoming as (
			select * from jsonb_to_recordset(${incoming}::jsonb)
				r (id uuid, key text, line integer, said jsonb, from_day date, until_day date, faults jsonb)
		), compared as (
			select i.*, r.id as known, r.said as before, r.changed_at as was_changed_at,
				r.id is not null and (r.said, r.faults, r.kind) is distinct from (i.said, i.faults, ${source.kind}::text) as differs,
				r.gone_at is not null as came_back
			from incoming i left join sources.record r on r.source = ${source.id} and r.key = i.key
		), kept as (
			insert into sources.earlier (record_id, until, said)
			select known, ${now}, before from compared where differs and before is distinct from said
			on conflict (record_id, until) do nothing
		), seen as (
			update sources.record r set seen_at = ${now}, import_id = ${given.importId}, line = c.line
			from compared c where r.id = c.known and not c.differs and not c.came_back
		), written as (
			update sources.record r set said = c.said, kind = ${source.kind}, from_day = c.from_day, until_day = c.until_day,
				faults = c.faults, seen_at = ${now}, changed_at = ${now}, gone_at = null, import_id = ${given.importId},
				line = c.line, turn = nextval('sources.turn')
			from compared c where r.id = c.known and (c.differs or c.came_back)
		), made as (
			insert into sources.record (id, source, key, kind, said, from_day, until_day, faults, first_seen_at, seen_at,
				changed_at, import_id, line)
			select id, ${source.id}, key, ${source.kind}, said, from_day, until_day, faults, ${now}, ${now}, ${now},
				${given.importId}::uuid, line
			from compared where known is null
		)
		select count(*) filter (where known is null)::integer as added,
			count(*) filter (where differs or came_back)::integer as changed,
			count(*) filter (where not differs and not came_back and known is not null)::integer as unchanged
		from compared`.execute(tx);
	return rows[0] ?? { added: 0, changed: 0, unchanged: 0 };
}
