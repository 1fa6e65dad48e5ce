import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { sql } from "kysely";
import { hostileTexts } from "../../../platform/formats/hostile.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { type Source, sourcesPart } from "../pack/source.ts";
import { openSources } from "../testing.ts";
import { beginImport, takeInJob, withdrawImport } from "./begin.ts";
import { faultsOf, type Import, importById, leftOutLines } from "./import.ts";
import { previewOf } from "./preview.ts";
import { stageFile } from "./stage.ts";

const shared = join(
	process.env["SHARED_DATA"] ?? join(import.meta.dirname, "../../../../../shared/data"),
	"robustness/dirty_csv",
);
const folder = mkdtempSync(join(tmpdir(), "frontdoor-dirty-"));
let files = 0;

/** What some published files of payments are full of: no records of customers, and all that goes wrong with CSV. */
const payments: Source = {
	id: "payments",
	name: "Payments",
	says: "What was paid to whom.",
	team: "revenues",
	kind: "organisation",
	purpose: "payments",
	basis: "Local Government Act 1972",
	standing: "imported",
	fresh: 30,
	key: "supplier",
	flag: false,
	restricted: false,
	fields: [
		{ id: "supplier", name: "Supplier", kind: "text", columns: ["Supplier Name"], needed: true, shown: true },
		{
			id: "paid",
			name: "Paid on",
			kind: "date",
			columns: ["Date", "Payment date", "Posted Date"],
			needed: false,
			shown: true,
		},
		{ id: "postcode", name: "Postcode", kind: "postcode", columns: ["Supplier Postcode"], needed: false, shown: true },
		{ id: "amount", name: "Amount", kind: "money", columns: ["Invoice Amount"], needed: false, shown: true },
	],
};

describe("a file that came dirty", () => {
	let council: Awaited<ReturnType<typeof openSources>>;
	before(async () => {
		council = await openSources();
		sourcesPart.put(council.house, [...council.sources, payments]);
	});
	after(() => council.close());

	async function stage(content: string | Buffer, source = "library"): Promise<Import | string> {
		const path = join(folder, `${++files}.csv`);
		writeFileSync(path, content);
		const staged = await stageFile(council.ctx(), { source, path, name: "dirty.csv", whole: false });
		return isRefusal(staged) ? staged.details.sentence : staged.import;
	}

	async function bring(content: string | Buffer, source?: string): Promise<Import> {
		const one = await stage(content, source);
		if (typeof one === "string") return assert.fail(one);
		const begun = await beginImport(council.ctx(), one.id, { sure: true });
		if (isRefusal(begun)) return assert.fail(begun.code);
		await takeInJob.run(council.ctx(), { importId: one.id });
		return importById(council.db, one.id);
	}

	/** Every line is taken in, or is named with what is wrong and kept as it came. */
	async function losesNothing({ id, state, lines, done, faulty, added, changed, unchanged }: Import): Promise<void> {
		assert.deepEqual([state, done + faulty, added + changed + unchanged], ["done", lines, done]);
		const left = (await faultsOf(council.db, id, -1, 100_000)).filter(({ leftOut }) => leftOut);
		const kept = await leftOutLines(council.db, id);
		assert.deepEqual(
			left.map(({ line }) => line),
			kept.map(({ line }) => line),
		);
		assert.equal(kept.length, faulty);
	}

	const said = async (key: string) =>
		(
			await sql<{ said: Record<string, string> }>`select said from sources.record where key = ${key}`.execute(
				council.db,
			)
		).rows[0]?.said;

	it("loses no line, whatever stands in its cells", async () => {
		const rows = hostileTexts.map((text, at) => [`H${at}`, text, text]);
		const one = await bring(stringify([["Card", "Name", "Phone"], ...rows]));
		await losesNothing(one);
		assert.deepEqual([one.lines, one.faulty], [hostileTexts.length, 0]);
		assert.equal((await said("H0"))?.["name"], undefined);
	});

	it("may be any bytes at all", async () => {
		const separators = fc.constantFrom(
			",",
			";",
			"\t",
			"\n",
			"\r\n",
			"\r",
			'"',
			'""',
			"\u0000",
			"Card,Name\n",
			"é",
			"0",
		);
		const pieces = fc.array(
			fc.oneof(
				separators.map((text) => Buffer.from(text)),
				fc.uint8Array({ maxLength: 12 }),
			),
			{
				maxLength: 60,
			},
		);
		await fc.assert(
			fc.asyncProperty(pieces, fc.boolean(), async (parts, headed) => {
				const one = await stage(Buffer.concat([...(headed ? [Buffer.from("Card,Name\n")] : []), ...parts]));
				if (typeof one === "string") return assert.ok(one.length > 10);
				await previewOf(council.ctx(), one.id);
				await withdrawImport(council.ctx(), one.id);
			}),
			{ numRuns: 150 },
		);
	});

	it("may have a cell of a hundred thousand characters: the field is a fault, the line is not", async () => {
		const one = await bring(`Card,Name,Phone\nL1,${"x".repeat(100_000)},\nL2,Ann Ox,\n`);
		await losesNothing(one);
		assert.deepEqual([one.lines, one.faulty, (await said("L2"))?.["name"]], [2, 0, "Ann Ox"]);
		assert.match((await faultsOf(council.db, one.id))[0]?.sentence ?? "", /Name: is longer than 500 characters/);
	});

	it("may have headings twice, a title above them, and spaces round everything", async () => {
		const one = await bring(
			"Members of the library,,\n,,\n Card No , Card Number ,Name , Name\n, T1 ,  Ann   Ox ,Bob\n",
		);
		await losesNothing(one);
		assert.deepEqual(await said("T1"), { card: "T1", name: "Ann Ox" });
		const notes = (await faultsOf(council.db, one.id)).map(({ line, sentence }) => `${line} ${sentence}`);
		assert.deepEqual(notes, [
			"0 The heading is on line 3; what stands above it was left out.",
			"0 Two columns are called “Name”; the first of them is read.",
		]);
	});

	it("may be in another encoding, or in two: what is not UTF-8 is read as Windows-1252, and it says so", async () => {
		const two = Buffer.concat([
			Buffer.from("Card,Name,Phone\nE1,Zoë Łuk,\n"),
			Buffer.from("E2,Ren\xe9e O\x92Neil,\n", "latin1"),
		]);
		const one = await bring(two);
		assert.deepEqual([(await said("E2"))?.["name"], one.faulty], ["Renée O’Neil", 0]);
		assert.match((await faultsOf(council.db, one.id))[0]?.sentence ?? "", /not all in UTF-8/);
		const wide = await bring(
			Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("Card\tName\tPhone\nE3\tZoë\t\n", "utf16le")]),
		);
		assert.deepEqual([(await said("E3"))?.["name"], wide.faulty], ["Zoë", 0]);
	});

	it("may say nothing, and is told so", async () => {
		for (const [content, sentence] of [
			["", /is empty/],
			["\n\n,,,\n", /is empty/],
			["Card,Name\n", /has a heading and no records/],
			["one line of words", /No column is the card.*one line of words/],
		] as const) {
			const one = await stage(content);
			assert.match(typeof one === "string" ? one : "it was taken", sentence);
		}
	});

	const skip = existsSync(shared) ? false : "the shared data is not here";

	it("loses no line of files that were published so", { skip }, async () => {
		const taken: Record<string, number> = {};
		for (const name of readdirSync(shared).filter((one) => one.endsWith(".csv"))) {
			const content = readFileSync(join(shared, name));
			const staged = await stage(content, "payments");
			if (typeof staged === "string") {
				assert.match(staged, /No column is the supplier, by which records of Payments are known\. The file has /);
				continue;
			}
			await withdrawImport(council.ctx(), staged.id);
			const one = await bring(content, "payments");
			await losesNothing(one);
			const filled = content
				.toString("latin1")
				.split(/\r\n|\n|\r/)
				.filter((line) => /[^,\s"]/.test(line));
			taken[name] = one.lines;
			// Some of their cells have several lines.
			assert.ok(
				one.lines <= filled.length - 1 && one.lines > (filled.length - 1) * 0.9,
				`${name}: ${one.lines} of ${filled.length - 1}`,
			);
		}
		assert.ok(Object.keys(taken).length >= 5, JSON.stringify(taken));
	});
});
