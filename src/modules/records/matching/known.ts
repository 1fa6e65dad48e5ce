import { sql } from "kysely";
import type { House } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import {
	atFirst,
	keptShape,
	type Known,
	type Model,
	readModel,
	recallLearnt,
	type TextField,
} from "../../matching/index.ts";

let read: Model | undefined;

/** How records are judged; the same file for as long as the program runs. */
export function model(): Model {
	read ??= readModel();
	return read;
}

/** What was learnt of the records of this index, and by which lesson; `null` until there was one. */
export type Teaching = Omit<Known, "held"> & { modelId: string | null };

const kept = new WeakMap<House, { teaching: Teaching; until: number }>();
const freshFor = 60_000;

/** Looked up once a minute: it changes with a lesson, which is once a night at most. */
export async function teachingOf(house: House, now: Date): Promise<Teaching> {
	const known = kept.get(house);
	if (known && known.until > now.getTime() && known.until - now.getTime() <= freshFor) return known.teaching;
	const teaching = await teachingNow(house.db);
	kept.set(house, { teaching, until: now.getTime() + freshFor });
	return teaching;
}

/** What was learnt last; before there was a lesson, what invented residents taught, for as many records as there are. */
export async function teachingNow(db: Handle): Promise<Teaching> {
	const { rows } = await sql<{ id: string | null; learnt: unknown; records: number }>`
		select m.id, m.learnt, coalesce(m.records, (select count(*) from records.record)::int) as records
		from (values (1)) one left join (select * from records.model order by learnt_at desc limit 1) m on true`.execute(
		db,
	);
	const [row] = rows;
	const records = Math.max(2, row?.records ?? 0);
	const lesson = row?.id ? keptShape.parse(row.learnt) : atFirst();
	return { model: model(), learnt: recallLearnt(model(), lesson, records), records, modelId: row?.id ?? null };
}

/** How many records hold each of these values, as last counted; a value that one record holds is not counted. */
export async function heldOf(
	db: Handle,
	values: readonly { field: TextField; value: string }[],
): Promise<Known["held"]> {
	if (values.length === 0) return () => undefined;
	const { rows } = await sql<{ field: string; value: string; held: number }>`select field, value, held
		from records.frequency
		where (field, value) in (select * from unnest(${values.map(({ field }) => field)}::text[], ${values.map(({ value }) => value)}::text[]))`.execute(
		db,
	);
	const counts = new Map(rows.map((row) => [`${row.field} ${row.value}`, row.held]));
	return (field, value) => counts.get(`${field} ${value}`);
}
