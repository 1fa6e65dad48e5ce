/** How fast one record is compared with the whole Citizen Index, and all with each other: npm run bench -- --only index */
import { createReadStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse";
import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { z } from "zod";
import { matchOne, machine as engine, relink } from "../../src/modules/records/index.ts";
import { catchUpWithSources } from "../../src/modules/records/nodes/catchUp.ts";
import { sourcesPart } from "../../src/modules/sources/index.ts";
import { type Context, type House, systemContext } from "../../src/platform/context/index.ts";
import { connect } from "../../src/platform/db/connect.ts";
import { startEmbedded } from "../../src/platform/db/embedded/start.ts";
import { migrate } from "../../src/platform/db/migrate.ts";
import { administer, databaseUrl } from "../../src/platform/db/testserver.ts";
import { listenersSlot } from "../../src/platform/events/index.ts";
import { benchFolder } from "../database.ts";
import { writePeople } from "../linking/people.ts";
import { machine } from "../report.ts";

const size = 150_000;
const asked = 3_000;
const aim = 20;

type Say = (sentence: string) => void;

export async function benchIndex(given: { results: string | undefined; say: Say }): Promise<string> {
	const server = await startEmbedded({ dataDir: join(benchFolder, "postgres"), onProgress: given.say });
	await administer(server.url, async (client) => {
		await client.query("drop database if exists bench_index with (force)");
		await client.query("create database bench_index");
	});
	const url = databaseUrl(server.url, "bench_index");
	await migrate(url);
	const connection = connect(url, { max: 4, statementTimeout: 0 });
	try {
		const house: House = { db: connection.db };
		listenersSlot.put(house, new Map());
		sourcesPart.put(house, []);
		const measured = await measure(house, given.say);
		const report = { at: new Date().toISOString(), machine: machine("own"), ...measured };
		const text = markdown(report);
		if (given.results !== undefined) {
			mkdirSync(given.results, { recursive: true });
			writeFileSync(join(given.results, "index.md"), text);
			writeFileSync(join(given.results, "index.json"), `${JSON.stringify(report, undefined, "\t")}\n`);
		}
		return text;
	} finally {
		await connection.close();
		await server.stop();
	}
}

async function measure(house: House, say: Say) {
	const ctx = systemContext(house, "Benchmark");
	await fill(house);
	say(`${size.toLocaleString("en-GB")} records came from a source`);
	const takenIn = await timed(() => catchUpWithSources(ctx));
	await sql`vacuum analyze records.record`.execute(house.db);
	say("They are taken in");
	const relinked = await timed(() => relink(ctx, { ...engine(), say }));
	await sql`vacuum analyze records.record, records.frequency, records.link`.execute(house.db);
	const single = await compareOneByOne(ctx);
	return {
		...relinked.done,
		...single,
		takeInSeconds: takenIn.seconds,
		relinkSeconds: relinked.seconds,
	};
}

async function timed<T>(run: () => Promise<T>): Promise<{ seconds: number; done: T }> {
	const began = performance.now();
	const done = await run();
	return { done, seconds: (performance.now() - began) / 1000 };
}

/** As a source would have them, straight into its table: how imports are read is measured elsewhere. */
async function fill({ db }: House): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), "frontdoor-bench-index-"));
	try {
		const path = join(folder, "people.csv");
		await writePeople(path, size);
		const text = z.record(z.string(), z.string());
		let rows: { id: string; key: string; said: Record<string, string> }[] = [];
		for await (const record of createReadStream(path).pipe(parse({ columns: true }))) {
			const { id = "", person: _, first_name, dob, house_number, nino, ...rest } = text.parse(record);
			const all = { given: first_name, born: dob, house: house_number, number: nino, ...rest };
			const said = Object.fromEntries(Object.entries(all).flatMap(([field, value]) => (value ? [[field, value]] : [])));
			rows.push({ id: newId(), key: id, said });
			if (rows.length < 5_000) continue;
			await save(rows);
			rows = [];
		}
		await save(rows);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	async function save(rows: readonly { id: string; key: string; said: Record<string, string> }[]): Promise<void> {
		await sql`insert into sources.record (id, source, key, said, first_seen_at, seen_at, changed_at)
			select id, 'residents', key, said, now(), now(), now()
			from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, key text, said jsonb)`.execute(db);
	}
}

/** Each alone and one after the other, as records come in; the first are to warm up. */
async function compareOneByOne(ctx: Context) {
	const { rows } = await sql<{ id: string }>`select id from records.record
		order by md5(id::text) limit ${asked + 200}`.execute(ctx.house.db);
	const took: number[] = [];
	let found = 0;
	for (const [at, { id }] of rows.entries()) {
		const began = performance.now();
		const candidates = await matchOne(ctx, id);
		if (at < 200) continue;
		took.push(performance.now() - began);
		found += candidates.length;
	}
	took.sort((a, b) => a - b);
	const [p50 = 0, p95 = 0, p99 = 0] = [0.5, 0.95, 0.99].map((share) => took[Math.floor(took.length * share)]);
	return { asked, found, p50, p95, p99, most: took.at(-1) ?? 0 };
}

type Report = { at: string; machine: ReturnType<typeof machine> } & Awaited<ReturnType<typeof measure>>;

function markdown(report: Report): string {
	const { at, machine: on, records, takeInSeconds, relinkSeconds, linked, p50, p95, p99, most, found } = report;
	const count = (number: number) => number.toLocaleString("en-GB");
	const ms = (number: number) => number.toFixed(1);
	return `# The Citizen Index on ${at.slice(0, 10)}

${on.cores} cores (${on.model}), ${on.memoryGB} GB, Node ${on.node}, PostgreSQL on the same machine. Load of the machine before it began: ${on.loadBefore}. ${count(records)} invented residents.

| what | |
| --- | --- |
| one record compared with ${count(records)}, median | ${ms(p50)} ms |
| 95 of 100 | ${ms(p95)} ms |
| 99 of 100 (aim: ≤ ${aim} ms) | ${ms(p99)} ms, ${p99 <= aim ? "kept" : "missed"} |
| the slowest of ${count(asked)} | ${ms(most)} ms |
| records found alike to those ${count(asked)} | ${count(found)} |
| all taken in | ${takeInSeconds.toFixed(1)} s |
| all compared with each other, ${count(linked)} links made, ${count(report["to-judge"])} pairs kept for people | ${relinkSeconds.toFixed(1)} s |
`;
}
