import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { v7 as newId } from "uuid";
import type { Handle } from "../../../platform/db/connect.ts";
import { openSources } from "../testing.ts";
import { changedSince, fromTheStart, sourceRecords, turnsLock } from "./records.ts";

describe("records of sources", () => {
	let council: Awaited<ReturnType<typeof openSources>>;
	before(async () => {
		council = await openSources();
	});
	after(() => council.close());

	async function write(db: Handle, key: string): Promise<string> {
		const id = newId();
		await sql`select pg_advisory_xact_lock_shared(${turnsLock})`.execute(db);
		await sql`insert into sources.record (id, source, key, said, from_day, first_seen_at, seen_at, changed_at)
			values (${id}, 'council-tax', ${key}, '{"surname":"Ox"}', '2026-04-01', now(), now(), now())`.execute(db);
		return id;
	}

	it("are read on from a mark, in the order in which they changed", async () => {
		const [one, two, three] = [
			await write(council.db, "1"),
			await write(council.db, "2"),
			await write(council.db, "3"),
		];
		const first = await changedSince(council.db, fromTheStart, 2);
		assert.deepEqual(
			first.records.map(({ id, key, said, fromDay }) => [id, key, said, fromDay]),
			[
				[one, "1", { surname: "Ox" }, "2026-04-01"],
				[two, "2", { surname: "Ox" }, "2026-04-01"],
			],
		);
		const second = await changedSince(council.db, first.mark, 2);
		assert.deepEqual(
			second.records.map(({ id }) => id),
			[three],
		);
		assert.deepEqual(await changedSince(council.db, second.mark, 2), { records: [], mark: second.mark });
		assert.deepEqual(
			(await sourceRecords(council.db, [two, newId()])).map(({ id }) => id),
			[two],
		);
	});

	it("that are written by two at once are all met, also the one that began first and ended last", async () => {
		const { mark } = await changedSince(council.db, fromTheStart, 100);
		const slow = await council.db.startTransaction().execute();
		const first = await write(slow, "slow");
		const second = await write(council.db, "quick");
		const reading = changedSince(council.db, mark, 100);
		await slow.commit().execute();
		const { records } = await reading;
		assert.deepEqual(
			records.map(({ id }) => id),
			[first, second],
		);
	});
});
