import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sql } from "kysely";
import { pendingMigrations } from "./migrate.ts";
import { cloneDatabase } from "./testing.ts";

describe("a database for a test", () => {
	it("has run every migration, and shares nothing with the next one's", async () => {
		await using one = await cloneDatabase();
		await using other = await cloneDatabase();
		assert.deepEqual(await pendingMigrations(one.db), []);
		await sql`create table only_here (id int)`.execute(one.db);
		const { rows } = await sql`select to_regclass('only_here') as found`.execute(other.db);
		assert.deepEqual(rows, [{ found: null }]);
	});

	it("is gone when the test is over", async () => {
		const database = await cloneDatabase();
		const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database.db);
		await database.close();
		await using next = await cloneDatabase();
		const left = await sql`select 1 from pg_database where datname = ${rows[0]?.name}`.execute(next.db);
		assert.deepEqual(left.rows, []);
	});
});
