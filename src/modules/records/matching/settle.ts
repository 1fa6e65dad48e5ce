import { sql } from "kysely";
import type { Context } from "../../../platform/context/index.ts";
import { teachingOf } from "./known.ts";
import { candidatesOf, comparedRecord } from "./match.ts";
import { type Became, putTogether } from "./together.ts";

/**
 * Compares one record with the whole index: what surely is of the same customer is linked, what may be is kept for a person to
 * judge. Answers how many of each. Safe to repeat.
 */
export async function settleOne(ctx: Context, id: string): Promise<Record<Became, number>> {
	const { db } = ctx.house;
	const counts: Record<Became, number> = { linked: 0, "to-judge": 0, settled: 0 };
	// As text: a time of the database is finer than one of this program.
	const { rows: asOf } = await sql<{ at: string }>`select taken_in_at::text as at from records.record
		where id = ${id}`.execute(db);
	const one = await comparedRecord(db, id);
	const teaching = await teachingOf(ctx.house, ctx.now);
	const found = one === undefined ? [] : await candidatesOf(db, teaching, one);
	const asked = new Set([one?.headId]);
	for (const candidate of found) {
		// Of the records of one customer the likeliest speaks for all.
		if (asked.has(candidate.headId)) continue;
		asked.add(candidate.headId);
		const became = await db.transaction().execute((tx) => putTogether(tx, ctx, teaching, id, candidate));
		counts[became]++;
	}
	await sql`update records.record set matched_at = ${ctx.now}
		where id = ${id} and taken_in_at = ${asOf[0]?.at}::timestamptz`.execute(db);
	return counts;
}
