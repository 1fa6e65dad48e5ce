import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import { cloneDatabase } from "./testing.ts";

test("a statement with parameters is read once for a connection, whatever its values", async () => {
	await using database = await cloneDatabase();
	await database.db.connection().execute(async (db) => {
		for (const value of ["one", "two"]) {
			const { rows } = await sql<{ said: string }>`select ${value}::text as said`.execute(db);
			assert.deepEqual(rows, [{ said: value }]);
		}
		const { rows } = await sql<{ statement: string; uses: number }>`
			select statement, generic_plans + custom_plans as uses from pg_prepared_statements`.execute(db);
		assert.deepEqual(rows, [{ statement: "select $1::text as said", uses: 2 }]);
	});
});

test("a prepared statement that failed can be asked again", async () => {
	await using database = await cloneDatabase();
	await database.db.connection().execute(async (db) => {
		const half = (of: string) => sql<{ half: number }>`select 1 / ${of}::int as half`.execute(db);
		await assert.rejects(half("0"), /division by zero/);
		assert.equal((await half("1")).rows[0]?.half, 1);
	});
});
