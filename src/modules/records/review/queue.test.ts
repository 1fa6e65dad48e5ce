import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { v7 as newId } from "uuid";
import type { Context } from "../../../platform/context/index.ts";
import { customersIn, type Index, openIndex } from "../testing.ts";
import { judgePair } from "./judge.ts";
import { precision } from "./precision.ts";
import { pairCounts, type PairFilter, type PairFrom, pairPage } from "./queue.ts";
import { officerNamed, pairOf } from "./testing.ts";

describe("the list of pairs", () => {
	let index: Index;
	let ctx: Context;
	const ids: string[] = [];
	before(async () => {
		index = await openIndex();
		ctx = index.ctx;
		for (let at = 0; at < 7; at++) {
			const [a = "", b = ""] = await customersIn(index, [{ name: `Jo Reed ${at}` }, { name: `J Reed ${at}` }]);
			// Some of them as sure as each other, and found at the same time.
			const day = 1 + Math.floor(at / 2);
			ids.push(
				await pairOf(ctx, [a, b], { weight: 2 + (at % 3), probability: 0.95, foundAt: `2026-02-0${day}T09:00:00Z` }),
			);
		}
	});
	after(() => index.database.close());

	const ada = () => officerNamed(ctx, "Ada Ash");
	const listed = (filter: Partial<PairFilter> = {}, from?: PairFrom, size = 3, who = ada()) =>
		pairPage(ctx.house.db, who.actor.id, { view: "judge", order: "surest", ...filter }, from, { size });

	async function walked(filter: Partial<PairFilter>) {
		const seen: string[] = [];
		let page = await listed(filter);
		const pages = [page];
		while (page.next) {
			page = await listed(filter, { after: page.next });
			pages.push(page);
		}
		for (const { rows } of pages) seen.push(...rows.map(({ id }) => id));
		return { seen, last: page };
	}

	for (const order of ["surest", "oldest"] as const)
		it(`shows each pair once, the ${order} first, and the way back leads over the same`, async () => {
			const { seen, last } = await walked({ order });
			assert.deepEqual(seen.toSorted(), ids.toSorted());
			const all = (await listed({ order }, undefined, 50)).rows;
			assert.deepEqual(
				all.map(({ id }) => id),
				seen,
			);
			const keys = all.map(({ weight, foundAt }) => (order === "surest" ? -weight : foundAt.getTime()));
			assert.deepEqual(
				keys,
				keys.toSorted((one, other) => one - other),
			);
			assert.ok(last.previous);
			const back = await listed({ order }, { before: last.previous });
			assert.deepEqual(
				back.rows.map(({ id }) => id),
				seen.slice(3, 6),
			);
		});

	it("is narrowed to the pairs with a record of one source", async () => {
		const { rows } = await listed({ source: "library" });
		assert.deepEqual(rows, []);
		assert.equal((await listed({ source: "front-door" }, undefined, 50)).rows.length, 7);
	});

	it("shows nobody again what they judged, and a colleague that a second opinion is wanted", async () => {
		const [id = ""] = ids;
		await judgePair(ada(), id, { verdict: "unsure", why: "", seen: 0, protects: "both" });
		const mine = await listed({ view: "mine" });
		assert.deepEqual(
			mine.rows.map((row) => row.id),
			[id],
		);
		assert.ok(!(await walked({})).seen.includes(id));
		const bob = officerNamed(ctx, "Bob Birch");
		const second = await listed({ view: "second" }, undefined, 3, bob);
		assert.deepEqual(
			second.rows.map((row) => row.id),
			[id],
		);
		assert.deepEqual(await pairCounts(ctx.house.db, ada().actor.id), { judge: 6, second: 0, mine: 1 });
		assert.deepEqual(await pairCounts(ctx.house.db, bob.actor.id), { judge: 7, second: 1, mine: 0 });
	});

	it("says how right the model is, how much was undone, and how long the oldest waits", async () => {
		const [, id = ""] = ids;
		await judgePair(ada(), id, { verdict: "same", why: "", seen: 0, protects: "both" });
		await sql`update records.link set ended_at = now(), ended_why = 'Not them' where how = 'reviewed'`.execute(
			ctx.house.db,
		);
		const counted = await precision(ctx.house.db);
		assert.deepEqual(
			counted.bands.map(({ same }) => same),
			[0, 0, 0, 1, 0],
		);
		assert.deepEqual(counted.links, [{ how: "reviewed", made: 1, ended: 1 }]);
		assert.deepEqual([counted.backlog.waiting, counted.backlog.second], [5, 1]);
		assert.equal(counted.backlog.oldest?.toISOString(), "2026-02-01T09:00:00.000Z");
	});

	it("is found among many without reading them all", async () => {
		const { db } = ctx.house;
		const [some = ""] = await customersIn(index, [{ name: "Many" }]);
		await sql`insert into records.record (id, reference, source, kind, head_id, began_at, taken_in_at)
			select id, 'CR-' || id, 'library', 'person', id, now(), now()
			from (select gen_random_uuid() as id from generate_series(1, 20000)) made`.execute(db);
		await sql`insert into records.pair (id, a, b, probability, weight, reasons, found_at)
			select gen_random_uuid(), least(id, ${some}::uuid), greatest(id, ${some}::uuid), 0.8, random() * 10 - 20, '[]', now()
			from records.record where source = 'library' and id <> ${some}`.execute(db);
		await sql`analyze records.record`.execute(db);
		await sql`analyze records.pair`.execute(db);
		const officer = newId();
		const { rows } = await sql<{ "QUERY PLAN": string }>`explain select p.id from records.pair p
			join records.record ra on ra.id = p.a join records.record rb on rb.id = p.b
			where p.settled_at is null and ra.head_id <> rb.head_id
				and not exists (select from records.opinion o where o.pair_id = p.id and o.officer_id = ${officer})
				and not exists (select from records.record hidden where hidden.head_id in (ra.head_id, rb.head_id) and hidden.restricted)
			order by p.weight desc, p.id desc limit 51`.execute(db);
		const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
		assert.match(plan, /Index Scan using pair_by_weight/);
		assert.doesNotMatch(plan, /Seq Scan on record/);
	});
});
