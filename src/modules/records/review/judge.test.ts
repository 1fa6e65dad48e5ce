import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Context } from "../../../platform/context/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { linkRecords } from "../links/linkRecords.ts";
import { treeOf } from "../links/tree.ts";
import { customersIn, type Index, openIndex } from "../testing.ts";
import { judgePair, type Judging } from "./judge.ts";
import { pairById } from "./pair.ts";
import { officerNamed, pairOf, unlikeBirths } from "./testing.ts";

describe("two records that may be of one customer", () => {
	let index: Index;
	let ctx: Context;
	before(async () => {
		index = await openIndex();
		ctx = index.ctx;
	});
	after(() => index.database.close());

	const ada = () => officerNamed(ctx, "Ada Ash");
	const bob = () => officerNamed(ctx, "Bob Birch");
	const cyd = () => officerNamed(ctx, "Cyd Cole");
	const two = () => customersIn(index, [{ name: "Jo Reed" }, { name: "J Reed" }]);
	const says = (verdict: Judging["verdict"], more: Partial<Judging> = {}): Judging => ({
		verdict,
		why: "",
		seen: 0,
		protects: "both",
		...more,
	});

	async function found(more: Parameters<typeof pairOf>[2] = {}) {
		const [a = "", b = ""] = await two();
		return { a, b, id: await pairOf(ctx, [a, b], more) };
	}

	async function together(a: string, b: string): Promise<boolean> {
		const tree = await treeOf(ctx.house.db, a);
		return tree?.nodes.some(({ id }) => id === b) ?? false;
	}

	type Done = Awaited<ReturnType<typeof judgePair>> | Awaited<ReturnType<typeof linkRecords>>;
	const codeOf = (outcome: Done) => (isRefusal(outcome) ? outcome.code : outcome);

	it("are linked at once when much speaks for it, with the reasons and who said so", async () => {
		const { a, b, id } = await found();
		assert.deepEqual(await judgePair(ada(), id, says("same")), { state: "same" });
		assert.ok(await together(a, b));
		const [link] = (await treeOf(ctx.house.db, a))?.links ?? [];
		assert.deepEqual([link?.how, link?.by, link?.reasons.length], ["reviewed", "Ada Ash", 5]);
	});

	it("wait for a second officer when little speaks for it, and the first cannot be the second", async () => {
		const { a, b, id } = await found({ probability: 0.6 });
		assert.equal(codeOf(await judgePair(ada(), id, says("same"))), "why-needed");
		assert.deepEqual(await judgePair(ada(), id, says("same", { why: "Their handwriting" })), {
			state: "second-opinion",
		});
		assert.equal(await together(a, b), false);
		assert.equal(codeOf(await judgePair(ada(), id, says("different", { seen: 1 }))), "judged-already");
		const second = says("same", { why: "I know them", seen: 1 });
		assert.deepEqual(await judgePair(bob(), id, second), { state: "same" });
		assert.ok(await together(a, b));
	});

	it("wait for a second officer where a date of birth is unlike, however probable it is", async () => {
		const { id } = await found({ probability: 0.999, reasons: unlikeBirths });
		assert.deepEqual(await judgePair(ada(), id, says("same", { why: "A slip" })), { state: "second-opinion" });
	});

	it("go to a third officer when two disagree, and the third decides", async () => {
		const { a, b, id } = await found({ probability: 0.6 });
		await judgePair(ada(), id, says("same", { why: "Looks so" }));
		assert.deepEqual(await judgePair(bob(), id, says("different", { seen: 1 })), { state: "second-opinion" });
		assert.deepEqual(await judgePair(cyd(), id, says("different", { seen: 2 })), { state: "different" });
		assert.equal(await together(a, b), false);
	});

	it("stay two when two officers cannot tell", async () => {
		const { id } = await found();
		assert.deepEqual(await judgePair(ada(), id, says("unsure")), { state: "second-opinion" });
		assert.deepEqual(await judgePair(bob(), id, says("unsure", { seen: 1 })), { state: "lapsed" });
	});

	it("are never linked by itself once an officer said that they are two", async () => {
		const { a, b, id } = await found();
		assert.equal(codeOf(await judgePair(ada(), id, says("different"))), "why-needed");
		await judgePair(ada(), id, says("different", { why: "Mother and daughter" }));
		const linked = await ctx.house.db
			.transaction()
			.execute((tx) => linkRecords(tx, ctx, { a, b, how: "matched", why: "" }));
		assert.equal(codeOf(linked), "apart");
	});

	it("are judged once when an officer says the same twice", async () => {
		const { id } = await found();
		const sent = await Promise.all([says("same"), says("same")].map((judging) => judgePair(ada(), id, judging)));
		assert.deepEqual(sent, [{ state: "same" }, { state: "same" }]);
		assert.equal((await pairById(ctx.house.db, id))?.opinions.length, 1);
	});

	it("of two officers at once the second is told what the first said, and nothing is overwritten", async () => {
		const { id } = await found();
		const why = "One moved, one did not";
		const sent = await Promise.all([
			judgePair(ada(), id, says("same")),
			judgePair(bob(), id, says("different", { why })),
		]);
		const told = sent.filter(isRefusal);
		assert.equal(told.length, 1);
		const [refusal] = told;
		assert.ok(refusal?.code === "judged-meanwhile");
		assert.match(refusal.details.opinions.map(({ officerName }) => officerName).join(), /^(Ada Ash|Bob Birch)$/);
		assert.equal((await pairById(ctx.house.db, id))?.opinions.length, 1);
	});

	it("are not judged on a page that was opened before a colleague said something", async () => {
		const { id } = await found({ probability: 0.6 });
		await judgePair(ada(), id, says("unsure"));
		assert.equal(codeOf(await judgePair(bob(), id, says("same", { why: "Sure", seen: 0 }))), "judged-meanwhile");
	});

	it("are left alone when they became one customer in another way", async () => {
		const { a, b, id } = await found();
		await ctx.house.db.transaction().execute((tx) => linkRecords(tx, ada(), { a, b, how: "merged", why: "They rang" }));
		assert.equal(codeOf(await judgePair(bob(), id, says("same"))), "linked-meanwhile");
	});

	it("are found by nobody once one of them must not be matched", async () => {
		const { a, b, id } = await found();
		const [c = ""] = await customersIn(index, [{ name: "Jo Reede" }]);
		const other = await pairOf(ctx, [b, c]);
		assert.equal(codeOf(await judgePair(ada(), id, says("restricted"))), "why-needed");
		const protects = a < b ? "right" : "left";
		const judged = await judgePair(ada(), id, says("restricted", { why: "She fled from him", protects }));
		assert.deepEqual(judged, { state: "restricted" });
		for (const hidden of [id, other]) {
			assert.equal(await pairById(ctx.house.db, hidden), undefined);
			await assert.rejects(judgePair(bob(), hidden, says("same")), NotFound);
		}
		assert.equal((await treeOf(ctx.house.db, a))?.head.restricted, false);
		assert.equal((await treeOf(ctx.house.db, b))?.head.restricted, true);
	});

	it("leave in the ledger who judged what, and why", async () => {
		const { id } = await found();
		await judgePair(ada(), id, says("different", { why: "Father and son" }));
		const entries = await ctx.house.db
			.selectFrom("audit.entry")
			.select(["actor_name", "after"])
			.where("action", "=", "pair.judged")
			.where("subject_id", "=", id)
			.execute();
		assert.equal(entries.length, 1);
		assert.match(JSON.stringify(entries), /Ada Ash.*Father and son/);
	});
});
