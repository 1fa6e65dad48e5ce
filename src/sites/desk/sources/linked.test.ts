import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { cloneDatabase, type TestDatabase } from "../../../platform/db/testing.ts";
import { countLinked } from "./linked.ts";

describe("what links say of a source's records", () => {
	let council: TestDatabase;
	before(async () => {
		council = await cloneDatabase();
	});
	after(() => council.close());

	/** A record of a source that is of the customer who goes by `head`. */
	async function record(source: string, said: object, head?: string, goneAt: Date | null = null): Promise<string> {
		const id = newId();
		await sql`insert into sources.record (id, source, key, said, first_seen_at, seen_at, changed_at, gone_at)
			values (${id}, ${source}, ${id}, ${JSON.stringify(said)}, now(), now(), now(), ${goneAt})`.execute(council.db);
		await sql`insert into records.record (id, reference, source, kind, head_id, began_at, taken_in_at, gone_at)
			values (${id}, ${id}, ${source}, 'person', ${head ?? id}, now(), now(), ${goneAt})`.execute(council.db);
		return id;
	}

	it("counts who is there twice, and records that say otherwise than another source's", async () => {
		const ann = await record("library", { surname: "Ox", born: "1980-02-01" });
		await record("library", { surname: "Ox" }, ann);
		await record("parking", { surname: "OX", born: "1980-01-02" }, ann);
		const bob = await record("library", { surname: "Ray" });
		await record("parking", { surname: "ray", postcode: "TS1 9FT" }, bob);
		await record("library", { surname: "Ray" }, bob, new Date());
		await record("library", { surname: "Alone" });
		assert.deepEqual(await countLinked(council.db, "library"), { duplicates: 1, conflicts: 1 });
		assert.deepEqual(await countLinked(council.db, "parking"), { duplicates: 0, conflicts: 1 });
		assert.deepEqual(await countLinked(council.db, "schools"), { duplicates: 0, conflicts: 0 });
	});
});
