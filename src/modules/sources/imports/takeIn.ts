import { sql } from "kysely";
import type { Context } from "../../../platform/context/index.ts";
import type { Tx } from "../../../platform/db/connect.ts";
import { record } from "../../../platform/events/index.ts";
import { londonDate } from "../../../platform/time/index.ts";
import { sourceImported } from "../events.ts";
import { type Source, sourceOf } from "../pack/source.ts";
import { readLine } from "../reading/line.ts";
import { type Import, importById, lockImport } from "./import.ts";
import { takeTurn, upsert } from "./upsert.ts";

/** Lines of one transaction: what a process that is killed has to do again, and the longest that readers wait. */
const chunk = 500;
const goneAtOnce = 2_000;

/**
 * Takes in the next lines of an import that has begun, or marks those of its source that are gone, or ends it. Any number of
 * processes may do so at once, and any may be killed: each line is taken in once. Answers the import; while it runs there is more.
 */
export async function takeInNext(ctx: Context, importId: string): Promise<Import> {
	const { source: sourceId } = await importById(ctx.house.db, importId);
	const source = sourceOf(ctx.house, sourceId);
	if (!source) throw new Error(`The pack has no source “${sourceId}” any more; its import waits until it has.`);
	return ctx.house.db.transaction().execute(async (tx) => {
		await takeTurn(tx, source.id);
		const one = await lockImport(tx, importId);
		if (one.state !== "running") return one;
		if (await takeLines(tx, ctx, source, one)) return lockImport(tx, importId);
		if (one.whole && (await markGone(tx, ctx, one))) return lockImport(tx, importId);
		return end(tx, ctx, one);
	});
}

async function takeLines(tx: Tx, ctx: Context, source: Source, { id, columns }: Import): Promise<boolean> {
	const { rows } = await sql<{ line: number; cells: string[] }>`delete from sources.line where import_id = ${id}
		and line in (select line from sources.line where import_id = ${id} and not left_out order by line limit ${chunk})
		returning line, cells`.execute(tx);
	if (rows.length === 0) return false;
	const today = londonDate(ctx.now);
	const records = rows
		.toSorted((a, b) => a.line - b.line)
		.flatMap(({ line, cells }) => {
			const { key, said, fromDay, untilDay, faults } = readLine(source, columns.fields, cells, today);
			return key === undefined ? [] : [{ key, line, said, fromDay, untilDay, faults }];
		});
	const { added, changed, unchanged } = await upsert(tx, source, { importId: id, now: ctx.now, records });
	await sql`update sources.import set done = done + ${rows.length}, added = added + ${added},
		changed = changed + ${changed}, unchanged = unchanged + ${unchanged} where id = ${id}`.execute(tx);
	return true;
}

/**
 * Of a file that holds every record: the others of its source are gone. Not those whose lines were left out, and none at all
 * where a line was left out of which nobody can tell whose it is.
 */
async function markGone(tx: Tx, ctx: Context, { id, source, beganAt }: Import): Promise<boolean> {
	const { rows } = await sql<{ id: string }>`update sources.record set gone_at = ${ctx.now}, changed_at = ${ctx.now},
			turn = nextval('sources.turn')
		where id in (
			select r.id from sources.record r
			where r.source = ${source} and r.gone_at is null and r.import_id is distinct from ${id}
				and r.seen_at < ${beganAt ?? ctx.now}
				and not exists (select from sources.line l where l.import_id = ${id} and l.left_out and l.key is null)
				and not exists (select from sources.line l where l.import_id = ${id} and l.left_out and l.key = r.key)
			limit ${goneAtOnce})
		returning id`.execute(tx);
	if (rows.length === 0) return false;
	await sql`update sources.import set gone = gone + ${rows.length} where id = ${id}`.execute(tx);
	return true;
}

async function end(tx: Tx, ctx: Context, one: Import): Promise<Import> {
	const { id, source, added, changed, unchanged, gone, faulty, by } = one;
	if (one.whole) await noteWhyNoneIsGone(tx, id);
	await sql`update sources.import set state = 'done', ended_at = ${ctx.now} where id = ${id}`.execute(tx);
	await record(
		tx,
		ctx,
		{
			action: "source-import.done",
			subject: { kind: "source-import", id },
			after: { source, added, changed, unchanged, gone, leftOut: faulty, by },
		},
		{ event: sourceImported, subject: id, data: { importId: id, source } },
	);
	return { ...one, state: "done", endedAt: ctx.now };
}

async function noteWhyNoneIsGone(tx: Tx, id: string): Promise<void> {
	const sentence =
		"Lines were left out of which nobody can tell whose they are, so no record that is missing in the file was taken for gone.";
	await sql`insert into sources.fault (import_id, line, number, sentence, left_out)
		select ${id}, 0, coalesce((select max(number) + 1 from sources.fault where import_id = ${id} and line = 0), 0),
			${sentence}, false
		where exists (select from sources.line where import_id = ${id} and left_out and key is null)
		on conflict do nothing`.execute(tx);
}
