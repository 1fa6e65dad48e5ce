import { type RawBuilder, sql } from "kysely";
import type { Handle } from "../../../platform/db/connect.ts";
import type { Block, Model, StandardRecord } from "../../matching/index.ts";
import { columnOf, type Compared, compared, comparedColumns, type KeptRecord } from "../nodes/standard.ts";

/** A key that more records share brings nobody together; another, that says more, will. */
const most = 60;

/**
 * The records that share a strict block with this one, by an index each and in one round trip; none that is restricted or
 * gone.
 */
export async function candidatesFor(
	db: Handle,
	{ blocks }: Model,
	{ id, kind, standard }: Compared,
): Promise<Compared[]> {
	const keys = blocks.filter(({ loose }) => !loose).flatMap((block) => conditionOf(block, standard) ?? []);
	if (keys.length === 0) return [];
	const found = keys.map(
		(condition, at) => sql`(select ${at}::int as block, id from records.record where ${condition} limit ${most + 2})`,
	);
	const { rows } = await sql<KeptRecord>`with found as (${sql.join(found, sql` union all `)}),
		sized as (select id, count(*) over (partition by block) as size from found)
		select ${comparedColumns} from records.record r
		where r.id in (select id from sized where size <= ${most + 1}) and r.id <> ${id} and r.kind = ${kind}
			and not r.restricted and r.gone_at is null`.execute(db);
	return rows.map(compared);
}

/** Undefined where the record lacks a part of the key. */
function conditionOf({ on }: Block, standard: StandardRecord): RawBuilder<unknown> | undefined {
	const parts: RawBuilder<unknown>[] = [];
	for (const part of on) {
		const [field, letters] = typeof part === "string" ? [part, undefined] : [part.start, part.letters];
		const value = standard[field];
		if (value === undefined) return undefined;
		const column = sql.raw(columnOf(field));
		if (letters === undefined) parts.push(sql`${column} = ${value}`);
		else parts.push(startOf(column, value.slice(0, letters)));
	}
	return sql`(${sql.join(parts, sql` and `)})`;
}

/** Digits sort alike everywhere, so that an index finds the dates of a year or a month. */
function startOf(column: RawBuilder<unknown>, start: string): RawBuilder<unknown> {
	const next = /^\d+$/.test(start) ? String(Number(start) + 1) : undefined;
	if (next?.length === start.length) return sql`${column} >= ${start} and ${column} < ${next}`;
	return sql`left(${column}, ${start.length}) = ${start}`;
}
