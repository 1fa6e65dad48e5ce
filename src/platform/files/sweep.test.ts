import assert from "node:assert/strict";
import { test } from "node:test";
import { systemContext } from "../context/index.ts";
import { cloneDatabase } from "../db/testing.ts";
import { intakeSlot, sweepUploads } from "./register.ts";

test("however many uploads nobody kept, one night removes them all, and none that is kept or new", async () => {
	await using held = await cloneDatabase();
	const house = { db: held.db };
	const gone: string[] = [];
	const store = {
		put: async () => {},
		get: async () => undefined,
		remove: async (key: string) => void gone.push(key),
	};
	intakeSlot.put(house, { store, scanner: { scan: async () => ({ verdict: "clean" }) }, spool: "" });
	await held.pool.query(`insert into files.file (id, store_key, name, media_type, bytes, sha256, uploaded_at, kept_at)
		select gen_random_uuid(), md5(n::text), 'a.jpg', 'image/jpeg', 1, sha256('a'),
			case when n = 1 then timestamptz '2026-03-02' else timestamptz '2026-01-02' end, case when n = 2 then timestamptz '2026-01-03' end
		from generate_series(1, 1203) n`);
	const ctx = systemContext(house, "test", new Date("2026-03-02T03:20:00Z"));
	assert.equal(await sweepUploads(ctx), 1201);
	assert.equal(gone.length, 1201);
	const { rows } = await held.pool.query("select count(*)::int as left from files.file");
	assert.deepEqual(rows, [{ left: 2 }]);
});
