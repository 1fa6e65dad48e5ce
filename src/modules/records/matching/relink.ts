/** All records against each other at once: by the analytical engine, for what came in many at a time, and to learn anew. */
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse";
import { sql } from "kysely";
import { z } from "zod";
import type { Context } from "../../../platform/context/index.ts";
import type { Db } from "../../../platform/db/connect.ts";
import { type Judged, link, type Row } from "../../matching/index.ts";
import { compared, comparedColumns, type Compared, type KeptRecord } from "../nodes/standard.ts";
import { countFrequencies } from "./frequencies.ts";
import { model, type Teaching, teachingNow } from "./known.ts";
import { keepLesson } from "../lessons/lesson.ts";
import { judgeAll } from "./match.ts";
import { settleOne } from "./settle.ts";
import { type Became, putTogether } from "./together.ts";

export type Relinking = {
	/** Megabytes for the engine. */
	memory: number;
	threads: number;
	say: (sentence: string) => void;
};

export type Relinked = Record<Became, number> & { records: number };

/** What the engine may use of this machine: the rest is for those who wait for a page. */
export function machine(): { memory: number; threads: number } {
	return { memory: Math.min(3_500, Math.floor(totalmem() / 2 ** 21)), threads: Math.min(8, availableParallelism()) };
}

/** Fewer records teach nothing that could be relied on: they are judged one by one, by what is known already. */
const leastToLearn = 2_000;

/**
 * Compares all records of the index with each other, links what surely is of one customer and keeps what may be for people to
 * judge, by the same rules as for one record: what was said by people stands. What is learnt is kept. Safe to repeat, and
 * to be cut short; of two at once the second waits for the first.
 */
export async function relink(ctx: Context, given: Relinking): Promise<Relinked> {
	const { db } = ctx.house;
	return db.connection().execute(async (one) => {
		await sql`select pg_advisory_lock(hashtextextended('records.relink', 0))`.execute(one);
		try {
			const done = await relinkAll(ctx, given);
			return { ...done, "to-judge": await waitingPairs(db) };
		} finally {
			await sql`select pg_advisory_unlock(hashtextextended('records.relink', 0))`.execute(one);
		}
	});
}

/** Each once: of records compared one by one, both find the other. */
async function waitingPairs(db: Db): Promise<number> {
	const { rows } = await sql<{ n: number }>`select count(*)::int as n from records.pair
		where settled_at is null`.execute(db);
	return rows[0]?.n ?? 0;
}

async function relinkAll(ctx: Context, given: Relinking): Promise<Relinked> {
	const { db } = ctx.house;
	await db.transaction().execute((tx) => countFrequencies(tx, model()));
	const { rows } = await sql<{ n: number }>`select count(*)::int as n from records.record
		where not restricted and gone_at is null`.execute(db);
	const records = rows[0]?.n ?? 0;
	given.say(`${records.toLocaleString("en-GB")} records, and how many hold each of their values, are counted`);
	return records < leastToLearn ? oneByOne(ctx, records) : allAtOnce(ctx, given, records);
}

async function oneByOne(ctx: Context, records: number): Promise<Relinked> {
	const all: Relinked = { records, linked: 0, "to-judge": 0, settled: 0 };
	for await (const { id } of everyRecord(ctx.house.db)) add(all, await settleOne(ctx, id));
	return all;
}

async function allAtOnce(ctx: Context, given: Relinking, records: number): Promise<Relinked> {
	const { db } = ctx.house;
	// Before they are read: what changes from now on is compared again.
	await sql`update records.record set matched_at = ${ctx.now} where matched_at is null`.execute(db);
	const folder = mkdtempSync(join(tmpdir(), "frontdoor-relink-"));
	try {
		const out = join(folder, "pairs.csv");
		const [partners, judged] = ["many-to-many" as const, await judgedPairs(db)];
		const taught = await link({ ...given, model: model(), rows: rowsOf(db), out, partners, judged });
		await keepLesson(db, ctx, taught, records);
		const teaching = await teachingNow(db);
		const all: Relinked = { records, linked: 0, "to-judge": 0, settled: 0 };
		let done = 0;
		for await (const pairs of pairsIn(out)) {
			add(all, await decide(ctx, teaching, pairs));
			done += pairs.length;
			if (done % 10_000 === 0) given.say(`${done.toLocaleString("en-GB")} pairs are decided`);
		}
		return all;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Decisions teach: pairs that officers judged, customers they merged, and those they parted. */
async function judgedPairs(db: Db): Promise<Judged[]> {
	const { rows } = await sql<Judged>`select a, b, true as same from records.link
			where how in ('reviewed', 'merged') and ended_at is null
		union select a, b, false from records.apart`.execute(db);
	return rows;
}

async function* rowsOf(db: Db): AsyncGenerator<Row> {
	for await (const { id, standard } of everyRecord(db)) yield { file: 0, id, record: standard };
}

const chunk = 5_000;

/** In the order of ids, so that the same records always teach the same. */
async function* everyRecord(db: Db): AsyncGenerator<Compared> {
	let after = "00000000-0000-0000-0000-000000000000";
	for (;;) {
		const { rows } = await sql<KeptRecord>`select ${comparedColumns} from records.record r
			where r.id > ${after} and not r.restricted and r.gone_at is null order by r.id limit ${chunk}`.execute(db);
		for (const row of rows) yield compared(row);
		const last = rows.at(-1);
		if (last === undefined) return;
		after = last.id;
	}
}

const line = z.object({ id_a: z.uuid(), id_b: z.uuid() });
type Pair = z.infer<typeof line>;

/** The surest first, some at a time. */
async function* pairsIn(path: string): AsyncGenerator<Pair[]> {
	let some: Pair[] = [];
	for await (const record of createReadStream(path).pipe(parse({ columns: true }))) {
		some.push(line.parse(record));
		if (some.length < 200) continue;
		yield some;
		some = [];
	}
	if (some.length > 0) yield some;
}

/** Each pair is judged as a record alone would be, so that both ways come to the same. */
async function decide(ctx: Context, teaching: Teaching, pairs: readonly Pair[]): Promise<Record<Became, number>> {
	const { db } = ctx.house;
	const ids = pairs.flatMap(({ id_a, id_b }) => [id_a, id_b]);
	const { rows } = await sql<KeptRecord>`select ${comparedColumns} from records.record r
		where r.id = any(${ids}::uuid[])`.execute(db);
	const byId = new Map(rows.map((row) => [row.id, compared(row)]));
	const alike = pairs.flatMap(({ id_a, id_b }) => {
		const [a, b] = [byId.get(id_a), byId.get(id_b)];
		return a && b && a.kind === b.kind && a.headId !== b.headId ? [[a, b] as const] : [];
	});
	const judged = await judgeAll(db, teaching, alike);
	const counts: Record<Became, number> = { linked: 0, "to-judge": 0, settled: pairs.length - alike.length };
	for (const [at, [a, b]] of alike.entries()) {
		const judgement = judged[at];
		if (judgement === undefined || judgement.probability < teaching.model.thresholds.ask) continue;
		const { findings, ...rest } = judgement;
		const found = { ...rest, id: b.id, headId: b.headId, reasons: findings };
		const became = await db.transaction().execute(async (tx) => {
			// All of it can be done again: nobody need wait for the disk, pair by pair.
			await sql`set local synchronous_commit = off`.execute(tx);
			return putTogether(tx, ctx, teaching, a.id, found);
		});
		counts[became]++;
	}
	return counts;
}

function add(all: Record<Became, number>, more: Record<Became, number>): void {
	all.linked += more.linked;
	all["to-judge"] += more["to-judge"];
	all.settled += more.settled;
}
