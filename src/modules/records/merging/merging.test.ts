import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import type { Context } from "../../../platform/context/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { treeOf } from "../links/tree.ts";
import { judgePair } from "../review/judge.ts";
import { officerNamed, pairOf } from "../review/testing.ts";
import { customersIn, type Index, openIndex } from "../testing.ts";
import { matchable } from "./customer.ts";
import { apartFrom, linkHistory } from "./history.ts";
import { countToLookThrough, lookThroughOf, tickOff } from "./lookThrough.ts";
import { mergeCustomers } from "./merge.ts";
import { partCustomer } from "./part.ts";
import { sidesOf } from "./rules/parting.ts";

describe("two customers who are one", () => {
	let index: Index;
	let ctx: Context;
	before(async () => {
		index = await openIndex();
		ctx = index.ctx;
	});
	after(() => index.database.close());

	const ada = () => officerNamed(ctx, "Ada Ash");
	const bob = () => officerNamed(ctx, "Bob Birch");
	const why = "She rang and told both references";

	async function two(): Promise<readonly [string, string]> {
		const [one = "", other = ""] = await customersIn(index, [
			{ name: "Jo Reed", since: "2024-01-01T09:00:00Z" },
			{ name: "J Reed", since: "2025-01-01T09:00:00Z" },
		]);
		return [one, other];
	}

	const merge = (
		[one, other]: readonly [string, string],
		more: { why?: string; confirmed?: boolean } = {},
		by = ada(),
	) => mergeCustomers(by, { one, other, why, confirmed: false, ...more });
	const codeOf = (outcome: Awaited<ReturnType<typeof merge>> | Awaited<ReturnType<typeof partCustomer>>) =>
		isRefusal(outcome) ? outcome.code : "done";

	async function merged(pair: readonly [string, string]): Promise<string> {
		const link = await merge(pair);
		if (isRefusal(link)) return assert.fail(link.code);
		return link.id;
	}

	it("are merged for a reason only, and go by the reference of the one that began first; the other goes on resolving", async () => {
		const pair = await two();
		assert.equal(codeOf(await merge(pair, { why: " " })), "why-needed");
		assert.equal(codeOf(await merge(pair, { why: "x".repeat(1_001) })), "too-long");
		const [first, second] = [await treeOf(ctx.house.db, pair[0]), await treeOf(ctx.house.db, pair[1])];
		await merged(pair);
		for (const reference of [first?.head.reference ?? "", second?.head.reference ?? ""])
			assert.equal((await treeOf(ctx.house.db, reference))?.head.id, pair[0]);
	});

	it("are told apart by what one person cannot have two of, and merged only when the officer confirms it", async () => {
		const pair = await two();
		await sql`update records.record set born = case id when ${pair[0]} then '1984-02-29' else '1990-01-01' end,
			number = case id when ${pair[0]} then 'ab123456c' else 'ab654321d' end where id = any(${[...pair]}::uuid[])`.execute(
			ctx.house.db,
		);
		assert.equal(codeOf(await merge(pair)), "not-confirmed");
		assert.equal(codeOf(await merge(pair, { confirmed: true })), "done");
	});

	it("are merged against what a colleague said only when the officer confirms it", async () => {
		const pair = await two();
		const id = await pairOf(ctx, pair);
		await judgePair(bob(), id, { verdict: "different", why: "Sisters", seen: 0, protects: "both" });
		assert.equal(codeOf(await merge(pair)), "not-confirmed");
		assert.equal(codeOf(await merge(pair, { confirmed: true })), "done");
	});

	it("are merged once by two officers at once, and the second is told", async () => {
		const pair = await two();
		const sent = await Promise.all([merge(pair), merge([pair[1], pair[0]], {}, bob())]);
		assert.deepEqual(sent.map(codeOf).toSorted(), ["done", "same-tree"]);
		const { lines } = await linkHistory(ctx.house.db, pair, undefined);
		assert.equal(lines.length, 1);
	});

	it("are never merged with whoever must not be matched, nor shown beside them", async () => {
		const pair = await two();
		await sql`update records.record set restricted = true where id = ${pair[1]}`.execute(ctx.house.db);
		await assert.rejects(matchable(ada(), pair[1]), NotFound);
		assert.equal(codeOf(await merge(pair)), "restricted");
	});

	it("are two again once the link is ended for a reason, and twice is told who ended it", async () => {
		const pair = await two();
		const link = await merged(pair);
		assert.equal(codeOf(await partCustomer(ada(), link, "")), "why-needed");
		const sent = await Promise.all([
			partCustomer(ada(), link, "Mother and daughter"),
			partCustomer(bob(), link, "Two"),
		]);
		assert.deepEqual(sent.map(codeOf).toSorted(), ["done", "ended"]);
		for (const id of pair) assert.equal((await treeOf(ctx.house.db, id))?.nodes.length, 1);
		const { lines } = await linkHistory(ctx.house.db, [pair[0]], undefined);
		assert.match(`${lines[0]?.ended?.by} ${lines[0]?.ended?.why}`, /Ada Ash Mother and daughter|Bob Birch Two/);
		assert.equal((await apartFrom(ctx.house.db, [pair[0]])).length, 1);
		await assert.rejects(partCustomer(ada(), crypto.randomUUID(), "Nothing"), NotFound);
	});

	it("are shown, before they are parted, with the records that each will have", async () => {
		const [one, other] = await two();
		const [third = ""] = await customersIn(index, [{ name: "Jo Reed" }]);
		const link = await merged([one, other]);
		await merged([other, third]);
		const tree = await treeOf(ctx.house.db, one);
		const found = tree?.links.find(({ id }) => id === link);
		assert.ok(tree && found);
		const [left, right] = sidesOf(tree, found);
		const sizes = [left.length, right.length].toSorted((one, other) => one - other);
		assert.equal(sizes[0] === 1 ? sizes[1] : sizes[0], 2);
		assert.deepEqual([...left, ...right].map(({ id }) => id).toSorted(), [one, other, third].toSorted());
	});

	it("are told a page at a time how they came together and came apart", async () => {
		const pair = await two();
		for (let at = 0; at < 53; at++) {
			const link = await merge(pair, { confirmed: true });
			if (isRefusal(link)) return assert.fail(link.code);
			await partCustomer(ada(), link.id, "No");
		}
		const first = await linkHistory(ctx.house.db, [pair[0]], undefined);
		const second = await linkHistory(ctx.house.db, [pair[0]], first.next);
		assert.deepEqual([first.lines.length, second.lines.length, second.next], [50, 3, undefined]);
		assert.equal(new Set([...first.lines, ...second.lines].map(({ id }) => id)).size, 53);
	});

	it("leave to be looked through what was written meanwhile, which is ticked off once, and hides what is confidential", async () => {
		const pair = await two();
		const link = await merged(pair);
		await partCustomer(ada(), link, "Two people");
		for (const [kind, id] of [
			["request", "SR-1"],
			["confidential-request", "SR-2"],
		])
			await sql`insert into records.to_look_through (link_id, kind, id, record_id, words)
				values (${link}, ${kind}, ${id}, ${pair[0]}, 'A mattress')`.execute(ctx.house.db);
		const tree = await treeOf(ctx.house.db, pair[0]);
		const other = await treeOf(ctx.house.db, pair[1]);
		assert.ok(tree && other);
		const [parting] = await lookThroughOf(ctx.house.db, ada().actor, tree);
		assert.deepEqual(
			parting?.lines.map(({ id }) => id),
			["SR-1"],
		);
		assert.equal(parting?.from, other.head.reference);
		assert.deepEqual(await lookThroughOf(ctx.house.db, ada().actor, other), []);
		const both = ["request", "confidential-request"].map((kind, at) => ({ linkId: link, kind, id: `SR-${at + 1}` }));
		const ticked = await Promise.all([tickOff(ada(), tree, both), tickOff(bob(), tree, both)]);
		assert.deepEqual(ticked.toSorted(), [0, 1]);
		assert.equal(await tickOff(bob(), other, both), 0, "and not from another customer's page");
		assert.equal(await countToLookThrough(ctx.house.db, tree), 0);
	});
});
