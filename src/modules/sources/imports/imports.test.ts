import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { until } from "../../../platform/jobs/testing.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { openSources } from "../testing.ts";
import { beginImport, stopImport, sweepImports, takeInJob, withdrawImport } from "./begin.ts";
import { faultsOf, type Import, importById } from "./import.ts";
import { previewOf } from "./preview.ts";
import { readByColumns, stageFile } from "./stage.ts";

const folder = mkdtempSync(join(tmpdir(), "frontdoor-imports-"));
const heading = "Account Number,Forename,Surname,DOB,Email,Postcode,Band,Owed,CTR,Start Date,End Date";
let files = 0;

describe("a file of a source's records", () => {
	let council: Awaited<ReturnType<typeof openSources>>;
	before(async () => {
		council = await openSources();
	});
	after(() => council.close());

	function file(content: string | Buffer): string {
		const path = join(folder, `${++files}.csv`);
		writeFileSync(path, content);
		return path;
	}

	async function stage(content: string | Buffer, given: { whole?: boolean; said?: Record<string, string> } = {}) {
		const path = file(content);
		const staged = await stageFile(council.ctx(), {
			source: "council-tax",
			path,
			name: "ct.csv",
			whole: false,
			...given,
		});
		return isRefusal(staged) ? assert.fail(staged.details.sentence) : staged;
	}

	async function refused(content: string | Buffer, said = {}): Promise<string> {
		const given = { source: "council-tax", path: file(content), name: "ct.csv", whole: false, said };
		const staged = await stageFile(council.ctx(), given);
		return isRefusal(staged) ? staged.details.sentence : assert.fail("it was taken");
	}

	async function begin(id: string, sure = false): Promise<Import> {
		const begun = await beginImport(council.ctx(), id, { sure });
		return isRefusal(begun) ? assert.fail(begun.code) : begun;
	}

	async function bring(content: string | Buffer, given: { whole?: boolean } = {}, sure = true): Promise<Import> {
		const { import: one } = await stage(content, given);
		await begin(one.id, sure);
		await takeInJob.run(council.ctx(), { importId: one.id });
		return importById(council.db, one.id);
	}

	async function recordOf(key: string) {
		const { rows } = await sql<{
			said: Record<string, string>;
			faults: object;
			from_day: string;
			gone_at: Date | null;
		}>`
			select said, faults, from_day, gone_at from sources.record where source = 'council-tax' and key = ${key}`.execute(
			council.db,
		);
		return rows[0];
	}

	const counts = ({ added, changed, unchanged, gone, faulty }: Import) => [added, changed, unchanged, gone, faulty];

	it("is shown before any of it is taken in: its columns, its first lines, what is wrong", async () => {
		const { import: one } = await stage(
			`${heading},Colour\nP1,Ann,Ox,1/2/1980,ann@,ts1 9ft,B,"£1,200.5",Y,01/04/2026,,red\nP2,Bob,Ray,31/02/1980,,,C,,,,,\n,Cy,Dee,,,,,,,,,\n`,
		);
		const preview = await previewOf(council.ctx(), one.id);
		assert.deepEqual([one.lines, one.faulty, one.state], [3, 1, "staged"]);
		assert.deepEqual(preview.unused, ["Colour"]);
		assert.equal(preview.fields.find(({ id }) => id === "born")?.heading, "DOB");
		assert.deepEqual(preview.first[0]?.said, {
			account: "P1",
			given: "Ann",
			surname: "Ox",
			born: "1980-02-01",
			postcode: "TS1 9FT",
			band: "B",
			arrears: "1200.50",
			reduction: "yes",
			from: "2026-04-01",
		});
		assert.deepEqual(
			(await faultsOf(council.db, one.id)).map(({ line, field, leftOut, sentence }) => [
				line,
				field,
				leftOut,
				sentence,
			]),
			[
				[2, "email", false, "Email: “ann@” is not an email address."],
				[3, "born", false, "Date of birth: “31/02/1980” is not a date on which somebody could be born."],
				[4, null, true, "It has no account."],
			],
		);
		assert.equal(await recordOf("P1"), undefined);
		await withdrawImport(council.ctx(), one.id);
	});

	it("is taken in line by line, and what changed keeps what it said before", async () => {
		const first = await bring(`${heading}\nA1,Ann,Ox,1980-02-01,,,B,,,2026-04-01,\nA2,Bob,Ray,,b@x.org,,C,,,,\n`);
		assert.deepEqual(counts(first), [2, 0, 0, 0, 0]);
		const second = await bring(
			`${heading}\nA1,Ann,Fox,1980-02-01,,,B,,,2026-04-01,\nA2,Bob,Ray,,b@x.org,,C,,,,\nA3,Cy,Dee,,,,,,,,\n`,
		);
		assert.deepEqual(counts(second), [1, 1, 1, 0, 0]);
		assert.deepEqual(
			[(await recordOf("A1"))?.said["surname"], (await recordOf("A1"))?.from_day],
			["Fox", "2026-04-01"],
		);
		const { rows } = await sql<{ said: { surname: string } }>`select e.said from sources.earlier e
			join sources.record r on r.id = e.record_id where r.key = 'A1'`.execute(council.db);
		assert.deepEqual(
			rows.map(({ said }) => said.surname),
			["Ox"],
		);
		assert.equal(
			(await sql`select from sources.line where import_id = ${second.id}`.execute(council.db)).rows.length,
			0,
		);
	});

	it("is known when it comes again, and to take it in again changes nothing", async () => {
		const text = `${heading}\nB1,Ann,Ox,,,,,,,,\n`;
		const first = await bring(text);
		const again = await stage(text);
		assert.equal(again.before?.id, first.id);
		await begin(again.import.id);
		await takeInJob.run(council.ctx(), { importId: again.import.id });
		assert.deepEqual(counts(await importById(council.db, again.import.id)), [0, 0, 1, 0, 0]);
	});

	it("goes on where it was when the process is killed in the middle, and takes no line in twice", async () => {
		const count = 6_000;
		const lines = Array.from({ length: count }, (_, at) => `K${at},Ann,Ox,,,,,,,,`).join("\n");
		const { import: one } = await stage(`${heading}\n${lines}\n`);
		await begin(one.id);
		const child = spawn(process.execPath, [join(import.meta.dirname, "takeIn.child.ts"), council.url, one.id]);
		const ended = once(child, "exit");
		await until(async () => (await importById(council.db, one.id)).done > 0);
		child.kill("SIGKILL");
		await ended;
		const waiting = await sql`select from graphile_worker.jobs where task_identifier = ${takeInJob.name}
			and key = ${`import ${one.id}`}`.execute(council.db);
		assert.equal(waiting.rows.length, 1);
		await takeInJob.run(council.ctx(), { importId: one.id });
		const done = await importById(council.db, one.id);
		assert.deepEqual([done.state, done.done, ...counts(done)], ["done", count, count, 0, 0, 0, 0]);
	});

	it("is taken in once by two who do it at once, and its end is announced once", async () => {
		const lines = Array.from({ length: 2_600 }, (_, at) => `T${at},Ann,Ox,,,,,,,,`).join("\n");
		const { import: one } = await stage(`${heading}\n${lines}\n`);
		await Promise.all([begin(one.id), begin(one.id)]);
		await Promise.all([1, 2, 3].map(() => takeInJob.run(council.ctx(), { importId: one.id })));
		assert.deepEqual(counts(await importById(council.db, one.id)), [2_600, 0, 0, 0, 0]);
		const { rows } =
			await sql`select from events.event where name = 'source.imported' and subject_id = ${one.id}`.execute(council.db);
		assert.equal(rows.length, 1);
	});

	it("waits while another of its source is taken in; one that is stopped goes on later", async () => {
		const [one, two] = [await stage(`${heading}\nW1,Ann,Ox,,,,,,,,\n`), await stage(`${heading}\nW2,Bob,Ox,,,,,,,,\n`)];
		await begin(one.import.id);
		const waits = await beginImport(council.ctx(), two.import.id, { sure: false });
		assert.equal(isRefusal(waits) && waits.code, "another-runs");
		await stopImport(council.ctx(), one.import.id);
		await takeInJob.run(council.ctx(), { importId: one.import.id });
		assert.equal((await importById(council.db, one.import.id)).state, "stopped");
		assert.equal(await recordOf("W1"), undefined);
		await begin(two.import.id);
		await takeInJob.run(council.ctx(), { importId: two.import.id });
		await begin(one.import.id);
		await takeInJob.run(council.ctx(), { importId: one.import.id });
		assert.deepEqual([(await recordOf("W1"))?.said["given"], (await recordOf("W2"))?.said["given"]], ["Ann", "Bob"]);
	});

	it("that has a number twice takes the first, and says on which lines", async () => {
		const one = await bring(`${heading}\nD1,Ann,Ox,,,,,,,,\nD1,Bob,Ray,,,,,,,,\n`);
		assert.deepEqual(counts(one), [1, 0, 0, 0, 1]);
		assert.equal((await recordOf("D1"))?.said["given"], "Ann");
		assert.match((await faultsOf(council.db, one.id))[0]?.sentence ?? "", /“D1” stands on line 2 too/);
	});

	it("whose columns have moved on a line leaves that line out and keeps it for whoever mends it", async () => {
		const one = await bring(
			`${heading}\nM1,Ann,Ox,1980-02-01,a@x.org,TS1 9FT,B,1,Y,2026-04-01,\nM2,Bob,Ray,b@x.org,TS1 9FT,B,1,Y,2026-04-01,,\nM3,Cy,Dee,,,,,,,,,extra\n`,
		);
		assert.deepEqual(counts(one), [1, 0, 0, 0, 2]);
		const sentences = (await faultsOf(council.db, one.id)).map(({ sentence }) => sentence);
		assert.match(sentences[0] ?? "", /columns seem to have moved: Date of birth: “b@x\.org”/);
		assert.match(sentences[1] ?? "", /has 12 cells; the heading has 11/);
		const { rows } = await sql<{
			cells: string[];
		}>`select cells from sources.line where import_id = ${one.id} order by line`.execute(council.db);
		assert.deepEqual(
			rows.map(({ cells }) => cells[0]),
			["M2", "M3"],
		);
	});

	it("may have its columns named, or called otherwise", async () => {
		const text = "Ref,Fore Name,NAME2\nN1,Ann,Ox\n";
		assert.match(await refused(text), /No column is the account.*Ref, Fore Name, NAME2/);
		assert.match(await refused(text, { account: "Reff" }), /has no column “Reff”/);
		assert.match(await refused(text, { acount: "Ref" }), /“acount” is no field.*Did you mean “account”/);
		const { import: one } = await stage(text, { said: { account: "ref" } });
		assert.equal((await previewOf(council.ctx(), one.id)).first[0]?.said["surname"], undefined);
		assert.equal(await readByColumns(council.ctx(), one.id, { account: "Ref", surname: "name2" }), undefined);
		assert.deepEqual((await previewOf(council.ctx(), one.id)).first[0]?.said, {
			account: "N1",
			given: "Ann",
			surname: "Ox",
		});
		await withdrawImport(council.ctx(), one.id);
	});

	it("that nobody began in a week is set aside, and lines left out are kept four weeks", async () => {
		const { import: one } = await stage(`${heading}\nS1,Ann,Ox,,,,,,,,\n`);
		const done = await bring(`${heading}\nS2,Ann,Ox,,,,,,,,\n,Bob,Ray,,,,,,,,\n`);
		const inDays = (days: number) => council.ctx(new Date(Date.now() + days * 86_400_000));
		await sweepImports(inDays(6));
		assert.equal((await importById(council.db, one.id)).state, "staged");
		await sweepImports(inDays(8));
		assert.equal((await importById(council.db, one.id)).state, "withdrawn");
		const kept = async () =>
			(await sql`select from sources.line where import_id = ${done.id}`.execute(council.db)).rows.length;
		assert.equal(await kept(), 1);
		await sweepImports(inDays(29));
		assert.equal(await kept(), 0);
	});
});

describe("a file that holds every record of its source", () => {
	let council: Awaited<ReturnType<typeof openSources>>;
	before(async () => {
		council = await openSources();
	});
	after(() => council.close());

	async function bring(text: string, sure = false) {
		const path = join(folder, `${++files}.csv`);
		writeFileSync(path, text);
		const staged = await stageFile(council.ctx(), { source: "library", path, name: "all.csv", whole: true });
		if (isRefusal(staged)) return assert.fail(staged.details.sentence);
		const begun = await beginImport(council.ctx(), staged.import.id, { sure });
		if (isRefusal(begun)) return begun;
		await takeInJob.run(council.ctx(), { importId: begun.id });
		return importById(council.db, begun.id);
	}

	const people = (from: number, to: number) =>
		Array.from({ length: to - from }, (_, at) => `C${from + at},Ann Ox,\n`).join("");
	const live = async () =>
		(await sql`select from sources.record where source = 'library' and gone_at is null`.execute(council.db)).rows
			.length;

	it("marks the others as gone, and those that come back as changed", async () => {
		await bring(`Card,Name,Phone\n${people(0, 100)}`);
		const fewer = await bring(`Card,Name,Phone\n${people(0, 95)}`);
		assert.ok(!isRefusal(fewer));
		assert.deepEqual([fewer.unchanged, fewer.gone, await live()], [95, 5, 95]);
		const back = await bring(`Card,Name,Phone\n${people(0, 100)}`);
		assert.ok(!isRefusal(back));
		assert.deepEqual([back.changed, back.unchanged, await live()], [5, 95, 100]);
	});

	it("asks when many would be gone", async () => {
		const half = await bring(`Card,Name,Phone\n${people(0, 50)}`);
		assert.ok(isRefusal(half) && half.code === "many-gone");
		assert.deepEqual([half.details, await live()], [{ gone: 50, of: 100 }, 100]);
		const sure = await bring(`Card,Name,Phone\n${people(0, 50)}`, true);
		assert.ok(!isRefusal(sure));
		assert.deepEqual([sure.gone, await live()], [50, 50]);
	});

	it("takes no record for gone whose line was left out, and none at all where nobody can tell whose line it was", async () => {
		const moved = await bring(`Card,Name,Phone\n${people(0, 48)}C48,Ann Ox,,x\n`);
		assert.ok(!isRefusal(moved));
		assert.deepEqual([moved.gone, await live()], [1, 49]);
		const unknown = await bring(`Card,Name,Phone\n${people(0, 40)},Ann Ox,\n`, true);
		assert.ok(!isRefusal(unknown));
		assert.deepEqual([unknown.gone, await live()], [0, 49]);
		assert.match((await faultsOf(council.db, unknown.id))[0]?.sentence ?? "", /nobody can tell whose they are/);
	});
});
