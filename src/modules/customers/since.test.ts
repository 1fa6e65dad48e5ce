import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { notedSince } from "./index.ts";
import { openNeeds } from "./testing.ts";

describe("what was noted of a customer from a moment on", () => {
	let opened: Awaited<ReturnType<typeof openNeeds>>;
	before(async () => {
		opened = await openNeeds();
	});
	after(() => opened.close());

	it("is needs and relationships, on whichever side the customer stands, and nothing from before", async () => {
		const { db } = opened;
		const [kim, carer] = [await opened.customer("Kim"), await opened.customer("Cal")];
		const [early, late] = [new Date("2026-01-01T09:00:00Z"), new Date("2026-02-01T09:00:00Z")];
		for (const [code, at] of [
			["COM-LARGE", early],
			["COM-INTERP", late],
		] as const)
			await sql`insert into customers.need (id, customer_id, code, said_by, noted_at, noted_by_name, review_on)
				values (${newId()}, ${kim}, ${code}, 'customer', ${at}, 'Ada Ash', '2027-01-01')`.execute(db);
		await sql`insert into customers.relationship (id, from_id, to_id, kind, evidence, from_day, noted_at, noted_by_name)
			values (${newId()}, ${carer}, ${kim}, 'carer', 'A letter', '2026-02-01', ${late}, 'Ada Ash')`.execute(db);
		const noted = await notedSince(opened.as("Ada Ash").house, db, [kim], late);
		assert.deepEqual(
			noted.map(({ kind, customerId, words }) => [kind, customerId === kim, words]),
			[
				["need", true, "A need was noted: Get an interpreter"],
				["relationship", true, "It was noted: Is cared for by somebody"],
			],
		);
		assert.deepEqual(await notedSince(opened.as("Ada Ash").house, db, [], early), []);
	});
});
