import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { sql } from "kysely";
import { isDatabaseAway } from "./away.ts";
import { connect } from "./connect.ts";
import { startEmbedded } from "./embedded/start.ts";
import { cloneDatabase } from "./testing.ts";

describe("a connection", () => {
	it("reads whole numbers as numbers, days as days and instants as instants", async () => {
		await using database = await cloneDatabase();
		const { rows } =
			await sql`select 9007199254740991::int8 as large, '{1,null,3}'::int8[] as list, '{}'::int8[] as none,
			'2026-03-29'::date as day, '{2026-03-29,2026-10-25}'::date[] as days,
			'2026-03-29T01:30:00+01:00'::timestamptz as instant, 0.10::numeric as exact`.execute(database.db);
		assert.deepEqual(rows, [
			{
				large: 9_007_199_254_740_991,
				list: [1, null, 3],
				none: [],
				day: "2026-03-29",
				days: ["2026-03-29", "2026-10-25"],
				instant: new Date("2026-03-29T00:30:00Z"),
				exact: "0.10",
			},
		]);
	});

	it("refuses a whole number that it would read wrongly", async () => {
		await using database = await cloneDatabase();
		await assert.rejects(sql`select 9007199254740993::int8 as large`.execute(database.db), {
			message: "The database holds 9007199254740993, too large for a number here",
		});
	});

	it("gives up a statement that runs too long, which is not the database being away", async () => {
		await using database = await cloneDatabase();
		const { db, close } = connect(database.url, { statementTimeout: 20 });
		const slow = sql`select pg_sleep(10)`.execute(db);
		await assert.rejects(slow, (error) => !isDatabaseAway(error) && /statement timeout/.test(String(error)));
		await close();
	});

	it("outlives a restart of the database, and says meanwhile that it is away", async () => {
		const dataDir = mkdtempSync(join(tmpdir(), "pg-"));
		const first = await startEmbedded({ dataDir, durable: false });
		const { db, close } = connect(first.url);
		const ask = () => sql<{ one: number }>`select 1 as one`.execute(db);
		const inside = db.transaction().execute(async (tx) => {
			await sql`select 1`.execute(tx);
			await first.stop();
			await sql`select 1`.execute(tx);
		});
		await assert.rejects(inside, isDatabaseAway);
		await assert.rejects(ask(), isDatabaseAway);
		const second = await startEmbedded({ dataDir, durable: false });
		assert.deepEqual((await ask()).rows, [{ one: 1 }]);
		await close();
		await second.stop();
		rmSync(dataDir, { recursive: true });
	});
});

describe("a database is away", () => {
	it("when nothing listens, when nothing answers, and when it ends the connection", async () => {
		await using database = await cloneDatabase();
		const ended = sql`select pg_terminate_backend(pg_backend_pid())`.execute(database.db);
		await assert.rejects(ended, isDatabaseAway);

		const closed = createServer().listen(0, "127.0.0.1");
		await new Promise((resolve) => closed.once("listening", resolve));
		const address = closed.address();
		const port = typeof address === "object" ? address?.port : undefined;
		await new Promise((resolve) => closed.close(resolve));
		const nowhere = [`postgresql://x@127.0.0.1:${port}/x`, "postgresql://x@localhost/x?host=%2Fno%2Fsuch%2Ffolder"];
		for (const url of nowhere) {
			const { db, close } = connect(url);
			await assert.rejects(sql`select 1`.execute(db), isDatabaseAway);
			await close();
		}
	});

	it("when every connection is taken for longer than anybody would wait", async () => {
		await using database = await cloneDatabase();
		const { db, pool, close } = connect(database.url, { max: 1 });
		const held = await pool.connect();
		pool.options.connectionTimeoutMillis = 10;
		await assert.rejects(sql`select 1`.execute(db), isDatabaseAway);
		pool.options.connectionTimeoutMillis = 10_000;
		held.release();
		assert.deepEqual((await sql<{ one: number }>`select 1 as one`.execute(db)).rows, [{ one: 1 }]);
		await close();
	});

	it("but not when a query is wrong, a row is refused or a file is missing", async () => {
		await using database = await cloneDatabase();
		for (const wrong of [
			"select nothing from nowhere",
			"select 1 / 0",
			"insert into staff.membership values (null, null)",
		]) {
			await assert.rejects(sql.raw(wrong).execute(database.db), (error) => !isDatabaseAway(error));
		}
		const missing = Object.assign(new Error("ENOENT: no such file or directory, open 'x'"), {
			code: "ENOENT",
			syscall: "open",
		});
		assert.equal(isDatabaseAway(missing), false);
		assert.equal(isDatabaseAway("ECONNREFUSED"), false);
		assert.equal(isDatabaseAway(null), false);
	});

	it("also when the error that says so is the cause of another", () => {
		const refused = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:1"), { code: "ECONNREFUSED" });
		assert.equal(isDatabaseAway(new Error("The page could not be made", { cause: refused })), true);
		assert.equal(isDatabaseAway(new AggregateError([refused, refused])), true);
		assert.equal(isDatabaseAway(Object.assign(new Error("lost"), { code: "08006" })), true);
	});
});
