import { sql } from "kysely";
import { z } from "zod";
import { audit } from "../../../platform/audit/index.ts";
import type { Context } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { addJob, type Job } from "../../../platform/jobs/index.ts";
import { type Refusal, refuse } from "../../../platform/refusal/index.ts";
import { type Import, lockImport } from "./import.ts";
import { takeInNext } from "./takeIn.ts";
import { takeTurn } from "./upsert.ts";

export type BeginRefusal = "another-runs" | "many-gone" | "over";

/** A whole file without more than this part of what the source had is more likely half a file. */
const manyGone = 0.1;
const fewGone = 20;

/** Goes on with an import until it is over; killed anywhere, it is run again and goes on where it was. */
export const takeInJob: Job<{ importId: string }> = {
	name: "sources: take a file in",
	payload: z.object({ importId: z.uuid() }),
	run: async (ctx, { importId }) => {
		for (let state = "running"; state === "running"; ) ({ state } = await takeInNext(ctx, importId));
	},
};

/**
 * Begins an import that was staged, or goes on with one that was stopped; a worker does it. `sure`: that many records are gone
 * was looked at. Twice is once.
 */
export async function beginImport(
	ctx: Context,
	id: string,
	{ sure }: { sure: boolean },
): Promise<Import | Refusal<BeginRefusal, { gone: number; of: number }>> {
	return ctx.house.db.transaction().execute(async (tx) => {
		const { source } = await lockedSource(tx, id);
		await takeTurn(tx, source);
		const one = await lockImport(tx, id);
		const { gone, of } = one.whole && one.state === "staged" ? await wouldBeGone(tx, one) : { gone: 0, of: 0 };
		if (one.state === "done" || one.state === "withdrawn") return refuse("over", { gone, of });
		if (one.state === "running") return one;
		const { rows } = await sql`select from sources.import where source = ${source} and state = 'running'`.execute(tx);
		if (rows.length > 0) return refuse("another-runs", { gone, of });
		if (!sure && gone > fewGone && gone > of * manyGone) return refuse("many-gone", { gone, of });
		await sql`update sources.import set state = 'running', began_at = coalesce(began_at, ${ctx.now}) where id = ${id}`.execute(
			tx,
		);
		await audit(tx, ctx, { action: "source-import.began", subject: { kind: "source-import", id }, after: { source } });
		await addJob(tx, takeInJob, { importId: id }, { key: `import ${id}` });
		return lockImport(tx, id);
	});
}

async function lockedSource(db: Handle, id: string): Promise<{ source: string }> {
	const { rows } = await sql<{ source: string }>`select source from sources.import where id = ${id}`.execute(db);
	return rows[0] ?? { source: "" };
}

/** How many of the source's records a whole file that is staged does not have, and of how many. */
export async function wouldBeGone(db: Handle, { id, source }: Import): Promise<{ gone: number; of: number }> {
	const { rows } = await sql<{ gone: number; of: number }>`select count(*)::integer as of,
			count(*) filter (where not exists (
				select from sources.line l where l.import_id = ${id} and l.key = r.key))::integer as gone
		from sources.record r where r.source = ${source} and r.gone_at is null`.execute(db);
	return rows[0] ?? { gone: 0, of: 0 };
}

/** Leaves the rest of the lines for later. What was taken in stays. */
export async function stopImport(ctx: Context, id: string): Promise<void> {
	await ctx.house.db.transaction().execute(async (tx) => {
		const { state } = await lockImport(tx, id);
		if (state !== "running") return;
		await sql`update sources.import set state = 'stopped' where id = ${id}`.execute(tx);
		await audit(tx, ctx, { action: "source-import.stopped", subject: { kind: "source-import", id } });
	});
}

/** Sets aside what was not begun, or what was stopped; its lines are thrown away. */
export async function withdrawImport(ctx: Context, id: string): Promise<void> {
	await ctx.house.db.transaction().execute(async (tx) => {
		const { state } = await lockImport(tx, id);
		if (state !== "staged" && state !== "stopped") return;
		await sql`update sources.import set state = 'withdrawn', ended_at = ${ctx.now} where id = ${id}`.execute(tx);
		await sql`delete from sources.line where import_id = ${id}`.execute(tx);
		await audit(tx, ctx, { action: "source-import.withdrawn", subject: { kind: "source-import", id } });
	});
}

const stagedForDays = 7;
const linesForDays = 28;

/** Each night: what nobody began in a week is set aside, and lines left out four weeks ago are thrown away. */
export async function sweepImports(ctx: Context): Promise<void> {
	const daysAgo = (days: number) => new Date(ctx.now.getTime() - days * 86_400_000);
	const { rows } = await sql<{ id: string }>`select id from sources.import
		where state = 'staged' and staged_at < ${daysAgo(stagedForDays)}`.execute(ctx.house.db);
	for (const { id } of rows) await withdrawImport(ctx, id);
	await sql`delete from sources.line l using sources.import i
		where l.import_id = i.id and i.state = 'done' and i.ended_at < ${daysAgo(linesForDays)}`.execute(ctx.house.db);
}
