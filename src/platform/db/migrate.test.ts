import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { sql } from "kysely";
import { migrate, pendingMigrations } from "./migrate.ts";
import { emptyDatabase } from "./testing.ts";

type Files = Readonly<Record<string, string>>;

const first: Files = { "0001_bins_rounds.sql": "create schema bins; create table bins.round (id int primary key);" };
const second: Files = { "0002_bins_days.sql": "alter table bins.round add day text;" };

describe("migrating", () => {
	it("runs each migration once", async () => {
		await using database = await emptyDatabase();
		using files = folderOf({ ...first, ...second });
		const said: string[] = [];
		const onProgress = (sentence: string) => said.push(sentence);
		assert.deepEqual(await pendingMigrations(database.db, files.folder), [
			"0001_bins_rounds.sql",
			"0002_bins_days.sql",
		]);
		const ran = await migrate(database.url, { folder: files.folder, onProgress });
		assert.deepEqual(ran, ["0001_bins_rounds.sql", "0002_bins_days.sql"]);
		assert.deepEqual(said, ["Migrating: 0001_bins_rounds.sql", "Migrating: 0002_bins_days.sql"]);
		assert.deepEqual(await migrate(database.pool, { folder: files.folder }), []);
		assert.deepEqual(await pendingMigrations(database.db, files.folder), []);
	});

	it("lets several starts of Front Door migrate at once, and one of them does the work", async () => {
		await using database = await emptyDatabase();
		using files = folderOf({ ...first, ...second });
		const runs = await Promise.all([1, 2, 3].map(() => migrate(database.url, { folder: files.folder })));
		assert.deepEqual(runs.map((ran) => ran.join(" ")).toSorted(), ["", "", "0001_bins_rounds.sql 0002_bins_days.sql"]);
	});

	it("makes the job queue first, so that a migration may add a job", async () => {
		await using database = await emptyDatabase();
		using files = folderOf({ "0001_bins_job.sql": "select graphile_worker.add_job('count-bins', '{}'::json);" });
		await migrate(database.url, { folder: files.folder });
		const { rows } = await sql<{ task: string }>`select task_identifier as task from graphile_worker.jobs`.execute(
			database.db,
		);
		assert.deepEqual(rows, [{ task: "count-bins" }]);
	});

	it("keeps nothing of a migration that fails, and says where it failed", async () => {
		await using database = await emptyDatabase();
		using files = folderOf({
			...first,
			"0002_bins_wrong.sql": "create table bins.lorry ();\nalter table bins.cart add x int;",
		});
		await assert.rejects(migrate(database.url, { folder: files.folder }), {
			message:
				'The migration 0002_bins_wrong.sql failed, and nothing of it was kept: relation "bins.cart" does not exist.',
		});
		const { rows } = await sql<{ there: boolean }>`select to_regclass('bins.lorry') is not null as there`.execute(
			database.db,
		);
		assert.deepEqual(rows, [{ there: false }]);
		assert.deepEqual(await pendingMigrations(database.db, files.folder), ["0002_bins_wrong.sql"]);
		using broken = folderOf({ ...first, "0002_bins_wrong.sql": "select 1;\nselect from from;" });
		await assert.rejects(
			migrate(database.url, { folder: broken.folder }),
			/syntax error at or near "from" \(line 2\)\.$/,
		);
	});

	it("refuses a migration that was changed after it ran", async () => {
		await using database = await emptyDatabase();
		using files = folderOf(first);
		await migrate(database.url, { folder: files.folder });
		using changed = folderOf({ "0001_bins_rounds.sql": "create schema bins;", ...second });
		await assert.rejects(migrate(database.url, { folder: changed.folder }), {
			message:
				"The migration 0001_bins_rounds.sql has been changed since it ran on this database. Put it back as it was, and write a new migration for the change.",
		});
		assert.deepEqual(await pendingMigrations(database.db, changed.folder), ["0002_bins_days.sql"]);
	});

	it("refuses a database that a newer version has migrated", async () => {
		await using database = await emptyDatabase();
		using newer = folderOf({ ...first, ...second });
		await migrate(database.url, { folder: newer.folder });
		using older = folderOf(first);
		await assert.rejects(
			migrate(database.url, { folder: older.folder }),
			/0002_bins_days\.sql, which is not in this version/,
		);
	});

	it("refuses gaps, repeated numbers and other names", async () => {
		await using database = await emptyDatabase();
		const wrong: readonly [Files, RegExp][] = [
			[
				{ "0002_bins_days.sql": "" },
				/^Error: The migration 0001 is missing: 0002_bins_days\.sql comes after nothing\.$/,
			],
			[
				{ ...first, "0003_bins_x.sql": "" },
				/The migration 0002 is missing: 0003_bins_x\.sql comes after 0001_bins_rounds\.sql\./,
			],
			[{ ...first, "0001_bins_x.sql": "" }, /0001_bins_rounds\.sql and 0001_bins_x\.sql have the same number\./],
			[{ "1_Bins.sql": "" }, /The migration 1_Bins\.sql is not named/],
		];
		for (const [names, sentence] of wrong) {
			using files = folderOf(names);
			await assert.rejects(migrate(database.url, { folder: files.folder }), sentence);
		}
	});
});

function folderOf(files: Files): { folder: string } & Disposable {
	const folder = mkdtempSync(join(tmpdir(), "migrations-"));
	for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
	return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}
