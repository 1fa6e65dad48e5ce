import { sql } from "kysely";
import type { Context } from "../../../platform/context/index.ts";
import { londonDate } from "../../../platform/time/index.ts";
import { type Source, sourceOf, sources } from "../pack/source.ts";
import { linkedSlot } from "./linked.ts";

/** Counts each source, as it is tonight. */
export async function countAll(ctx: Context): Promise<void> {
	for (const source of sources(ctx.house)) await countOne(ctx, source);
}

/** Counts a source again after records of it came in; one that the pack no longer has is left. */
export async function countAfter(ctx: Context, { source: id }: { source: string }): Promise<void> {
	const source = sourceOf(ctx.house, id);
	if (source) await countOne(ctx, source);
}

/** How good a source is, for its day; counted again on the same day, the later count stands. */
async function countOne(ctx: Context, source: Source): Promise<void> {
	const { db } = ctx.house;
	const fields = source.fields.map(({ id }) => id);
	const needed = source.fields.filter((one) => one.needed).map(({ id }) => id);
	const staleBefore = new Date(ctx.now.getTime() - source.fresh * 86_400_000);
	const linked = linkedSlot.filled(ctx.house)
		? await linkedSlot.of(ctx.house)(db, source.id)
		: { duplicates: 0, conflicts: 0 };
	await sql`with live as materialized (
			select said, faults, seen_at from sources.record where source = ${source.id} and gone_at is null
		), lacking as (
			select field, count(*)::integer as held from live, unnest(${needed}::text[]) field
			where not said ? field and not faults ? field group by field
		), wrong as (
			select field, count(*)::integer as held from live, unnest(${fields}::text[]) field
			where faults ? field group by field
		)
		insert into sources.quality (source, day, records, duplicates, conflicts, stale, missing, invalid)
		select ${source.id}, ${londonDate(ctx.now)}::date, count(*), ${linked.duplicates}, ${linked.conflicts},
			count(*) filter (where seen_at < ${staleBefore}),
			coalesce((select jsonb_object_agg(field, held) from lacking), '{}'),
			coalesce((select jsonb_object_agg(field, held) from wrong), '{}')
		from live
		on conflict (source, day) do update set records = excluded.records, duplicates = excluded.duplicates,
			conflicts = excluded.conflicts, stale = excluded.stale, missing = excluded.missing, invalid = excluded.invalid`.execute(
		db,
	);
}
