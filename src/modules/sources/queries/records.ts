import { sql } from "kysely";
import type { Db, Handle } from "../../../platform/db/connect.ts";

/** What a source says of a customer. Whoever shows it to an officer audits it with a purpose. */
export type SourceRecord = {
	id: string;
	source: string;
	/** The number or name it has there. */
	key: string;
	kind: "person" | "organisation";
	/** By field, in the form of the field's kind: days and dates `2026-02-28`, money `12.50`, telephone numbers in E.164. */
	said: Readonly<Record<string, string>>;
	/** The days on which it holds, half open, where the source says them. */
	fromDay: string | null;
	untilDay: string | null;
	/** Fields whose value cannot be right, with a sentence that quotes it; they are not in `said`. */
	faults: Readonly<Record<string, string>>;
	firstSeenAt: Date;
	seenAt: Date;
	changedAt: Date;
	/** The source no longer has it. */
	goneAt: Date | null;
};

const columns = sql`id, source, key, kind, said, from_day as "fromDay", until_day as "untilDay", faults,
	first_seen_at as "firstSeenAt", seen_at as "seenAt", changed_at as "changedAt", gone_at as "goneAt"`;

/** Those of these ids that are records of sources, in no order. */
export async function sourceRecords(db: Handle, ids: readonly string[]): Promise<SourceRecord[]> {
	if (ids.length === 0) return [];
	const { rows } =
		await sql<SourceRecord>`select ${columns} from sources.record where id = any(${[...ids]}::uuid[])`.execute(db);
	return rows;
}

/** Where somebody who reads what changed has come to; the first reading begins at `fromTheStart`. */
export type Mark = string;
export const fromTheStart: Mark = "0";

/** Every process that writes records holds this shared from before it takes a turn until it commits. */
export const turnsLock = 7_303_014;

/**
 * The records that came, changed or went since `mark`, in the order in which they did, and the mark to read on from. A record
 * that changed several times is there once. None is ever missed: it waits for whoever is writing, which is a chunk of an
 * import at the longest, and so is no query for a page.
 */
export async function changedSince(
	db: Db,
	mark: Mark,
	limit: number,
): Promise<{ records: SourceRecord[]; mark: Mark }> {
	return db.transaction().execute(async (tx) => {
		await sql`select pg_advisory_xact_lock(${turnsLock})`.execute(tx);
		// In the order of the table's own turn: that of the answer is a text, in which 1000 comes before 2.
		const { rows } = await sql<SourceRecord & { turn: string }>`select ${columns}, turn::text from sources.record
			where turn > ${mark}::bigint order by record.turn limit ${limit}`.execute(tx);
		return { records: rows.map(({ turn: _, ...record }) => record), mark: rows.at(-1)?.turn ?? mark };
	});
}
