/** How fast the page of a customer with 500 entries is: npm run bench -- --only smart-record */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { linkRecords, treeOf } from "../../src/modules/records/index.ts";
import { beginLookUp } from "../../src/modules/records/lookUps/begin.ts";
import { takeInCustomers } from "../../src/modules/records/nodes/customers.ts";
import { takeInSources } from "../../src/modules/records/nodes/sources.ts";
import { purposeOf } from "../../src/modules/records/purposes/pack.ts";
import { sourceRecords } from "../../src/modules/sources/index.ts";
import { officerById } from "../../src/modules/staff/index.ts";
import { startSession } from "../../src/platform/auth/index.ts";
import { type House, type OfficerContext, systemContext } from "../../src/platform/context/index.ts";
import { connect } from "../../src/platform/db/connect.ts";
import { isRefusal } from "../../src/platform/refusal/index.ts";
import { benchFolder, openBenchDatabase } from "../database.ts";
import { furnish } from "../furnish.ts";
import { startServer } from "../machine/server.ts";
import { machine } from "../report.ts";
import { settingsFor } from "../settings.ts";

const entries = 500;
const asked = 2_000;
const aim = 50;

type Say = (sentence: string) => void;

export async function benchRecord({ results, say }: { results: string | undefined; say: Say }): Promise<string> {
	const database = await openBenchDatabase(furnish, say);
	const connection = connect(database.url, { max: 4, applicationName: "bench" });
	const house = await furnish(connection.db, database.url);
	const { customer, held } = await oneWithMuch(house);
	say(`A customer has ${held} entries`);
	const { reference, cookie } = await opened(house, customer);
	await connection.pool.query("vacuum analyze");
	const server = await startServer(settingsFor(database.url), join(benchFolder, "server.log"), []);
	try {
		const page = `${server.base}/desk/customers/${reference}`;
		const pages = [page, `${page}?kind=messages`, `${page}?words=please`, `${page}?kind=requests`];
		await ask(pages, cookie, 200, 1);
		const alone = await ask([page], cookie, asked, 1);
		say("Asked one after the other");
		const narrowed = await ask(pages, cookie, asked, 1);
		const together = await ask([page], cookie, asked, 4);
		const report = { at: new Date().toISOString(), machine: machine("own"), held, alone, narrowed, together };
		const text = markdown(report);
		if (results !== undefined) {
			mkdirSync(results, { recursive: true });
			writeFileSync(join(results, "smart-record.md"), text);
			writeFileSync(join(results, "smart-record.json"), `${JSON.stringify(report, undefined, "\t")}\n`);
		}
		return text;
	} finally {
		await server.stop();
		await connection.close();
		await database.stop();
	}
}

/** Gives the requests and messages of many to one, as somebody has who comes every week for years. */
async function oneWithMuch({ db }: House): Promise<{ customer: string; held: number }> {
	const { rows } = await sql<{ customer: string; held: number }>`with counted as (
			select r.id, (select count(*) from requests.entry e where e.request_id = r.id)
				+ (select count(*) from messages.message m where m.about_id = r.id::text) as many
			from requests.request r where not r.confidential and r.customer_id is not null
			order by md5(r.id::text) limit 500
		), taken as (
			select id from (select id, sum(many) over (order by id) - many as before from counted) each_one
			where before < ${entries}
		), one as (
			select customer_id as id from requests.request where id in (select id from taken) limit 1
		), given as (
			update requests.request set customer_id = (select id from one) where id in (select id from taken)
		), sent as (
			update messages.message set customer_id = (select id from one) where about_id in (select id::text from taken)
		)
		select (select id from one) as customer, sum(many)::int as held from counted where id in (select id from taken)`.execute(
		db,
	);
	const [one] = rows;
	if (!one) throw new Error("There are no requests to give to anybody.");
	return one;
}

const home = { address: "14 Long Street", postcode: "TS1 1AA", uprn: "100110001234" };
const sourceIds = ["council-tax", "housing", "library", "benefits", "parking"];

/** Six systems know them and somebody lives with them; an officer has opened their record. */
async function opened(house: House, customer: string): Promise<{ reference: string; cookie: string }> {
	const { db } = house;
	const ctx = systemContext(house, "Benchmark");
	await takeInCustomers(db, [customer]);
	const rows = [...sourceIds, "council-tax"].map((source, at) => ({
		id: newId(),
		source,
		said: { given: at < sourceIds.length ? "Alex" : "Robin", surname: "Long", ...home, band: "B" },
	}));
	await sql`insert into sources.record (id, source, key, said, from_day, first_seen_at, seen_at, changed_at)
		select id, source, id::text, said, '2024-01-01', now(), now(), now()
		from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, source text, said jsonb)`.execute(db);
	const records = await sourceRecords(
		db,
		rows.map(({ id }) => id),
	);
	await db.transaction().execute((tx) => takeInSources(tx, ctx, records));
	for (const { id } of rows.slice(0, sourceIds.length)) {
		const linking = { a: customer, b: id, how: "merged", why: "The benchmark says so" } as const;
		const link = await db.transaction().execute((tx) => linkRecords(tx, ctx, linking));
		if (isRefusal(link)) throw new Error(`The records were not linked: ${link.code}.`);
	}
	return lookUp(house, customer);
}

async function lookUp(house: House, customer: string): Promise<{ reference: string; cookie: string }> {
	const { db } = house;
	const held = await db.selectFrom("staff.officer").select(["id", "roles"]).where("left_at", "is", null).execute();
	const first = held.find(({ roles }) => roles.includes("officer"));
	const officer = first && (await officerById(db, first.id));
	const purpose = purposeOf(house, "council-tax");
	const tree = await treeOf(db, customer);
	if (!officer || !purpose || !tree) throw new Error("Nobody can open the record.");
	const { id, name, email, roles, teams } = officer;
	const actor = { kind: "officer", id, name, email, roles, teams, permissions: new Set<never>() } as const;
	const ctx: OfficerContext = { ...systemContext(house, "Benchmark"), actor };
	await beginLookUp(ctx, tree, { purpose, why: "" });
	const token = await startSession(db, new Date(), {
		subject: { kind: "officer", id },
		method: "password-and-code",
		agent: "bench",
	});
	return { reference: tree.head.reference, cookie: `officer=${token}` };
}

type Took = { median: number; p95: number; p99: number; worst: number };

/** So many times, so many at once, each of the pages in turn; in milliseconds from asking to the last byte. */
async function ask(pages: readonly string[], cookie: string, times: number, atOnce: number): Promise<Took> {
	const took: number[] = [];
	let turn = 0;
	const one = async () => {
		while (turn < times) {
			const page = pages[turn++ % pages.length] ?? "";
			const began = performance.now();
			const answer = await fetch(page, { headers: { cookie, "user-agent": "bench" }, redirect: "manual" });
			const text = await answer.text();
			took.push(performance.now() - began);
			if (answer.status !== 200 || !text.includes("Open promises"))
				throw new Error(`${page} answers ${answer.status}.`);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, one));
	const sorted = took.toSorted((a, b) => a - b);
	const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
	return { median: at(0.5), p95: at(0.95), p99: at(0.99), worst: at(1) };
}

type Report = {
	at: string;
	machine: ReturnType<typeof machine>;
	held: number;
	alone: Took;
	narrowed: Took;
	together: Took;
};

function markdown({ at, machine: on, held, alone, narrowed, together }: Report): string {
	const row = (what: string, { median, p95, p99, worst }: Took, kept = "") =>
		`| ${what} | ${[median, p95, p99, worst].map((ms) => ms.toFixed(1)).join(" | ")} | ${kept} |`;
	return `# The page of a customer on ${at.slice(0, 10)}

${on.cores} cores (${on.model}), ${on.memoryGB} GB, Node ${on.node}, PostgreSQL, the server and whoever asks on the same machine. Load of the machine before it began: ${on.loadBefore}. The customer has ${held} entries on their thread and is known to six systems. ${asked.toLocaleString("en-GB")} times each, in milliseconds from asking to the last byte.

| what | median | 95 of 100 | 99 of 100 | worst | aim: 99 of 100 within ${aim} ms |
| --- | --- | --- | --- | --- | --- |
${row("the page, one after the other", alone, alone.p99 <= aim ? "kept" : "missed")}
${row("narrowed by kind and by words", narrowed, narrowed.p99 <= aim ? "kept" : "missed")}
${row("the page, four at once", together)}
`;
}
