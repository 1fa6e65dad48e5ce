import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { customersIn } from "../testing.ts";
import { endLink } from "../links/endLink.ts";
import { linkRecords } from "../links/linkRecords.ts";
import { stateLookUp } from "../lookUps/state.ts";
import { type Gate, openGate } from "../lookUps/testing.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { purposesPart } from "../purposes/pack.ts";
import { lookUpsCard } from "./card.ts";
import { toldOf, toldOnAPage } from "./told.ts";

describe("A customer reads who looked at their record", () => {
	let gate: Gate;
	before(async () => {
		gate = await openGate();
	});
	after(() => gate.database.close());
	const card = async (ids: readonly string[], before?: string) =>
		String(await lookUpsCard(gate.ctx.house, ids, { before, pageAddress: (id) => `/account/looks?before=${id}` }));

	it("with the day, the team, the reason in words, and what could be seen", async () => {
		const own = await gate.customer({ name: "Ann Account" });
		const tree = await gate.sourceSays(await gate.sourceSays(own, "tax", { band: "D" }), "care", {});
		await stateLookUp(gate.as("asha"), tree, { purpose: "tax", why: "" });
		await stateLookUp(gate.as("olly", 40), tree, { purpose: "care", why: "Knows Ann from school" });
		const shown = await card([own.head.id]);
		assert.match(shown, /Monday 2 March 2026/);
		for (const words of ["Revenues", "Council tax", "Adult care", "Care and support"]) assert.ok(shown.includes(words));
		assert.ok(
			shown.includes("Council tax: band, account, date of birth and National Insurance number compared and not shown"),
		);
		assert.ok(shown.includes("Social care: only that there is a record"));
		assert.ok(shown.indexOf("Care and support") < shown.indexOf("Council tax"), "the latest first");
	});

	it("without anything of the officer: no name, no address, no number, none of their words", async () => {
		const tree = await gate.customer({ name: "Ben Blind" });
		await stateLookUp(gate.as("olly"), tree, { purpose: "care", why: "secret remark" });
		const ids = tree.nodes.map(({ id }) => id);
		const { actor } = gate.as("olly");
		const told = JSON.stringify(await toldOf(gate.ctx.house, ids)) + (await card(ids));
		for (const word of [actor.name, "Olly", actor.email, actor.id, "secret remark"])
			assert.ok(!told.includes(word), `${word} is not told`);
		const [line] = (await toldOf(gate.ctx.house, ids)).lines;
		assert.deepEqual(Object.keys(line ?? {}).toSorted(), ["at", "opened", "purpose", "team"]);
	});

	it("but for what a law keeps from them, whatever the pack says later", async () => {
		const tree = await gate.customer({ name: "Cal Crook" });
		await stateLookUp(gate.as("olly"), tree, { purpose: "fraud", why: "" });
		const purposes = purposesPart.of(gate.ctx.house);
		purposesPart.put(gate.ctx.house, []);
		assert.ok((await card([tree.head.id])).includes("Nobody has looked"));
		purposesPart.put(gate.ctx.house, purposes);
	});

	it("page by page, each once", async () => {
		const tree = await gate.customer({ name: "Deb Deal" });
		for (let at = 0; at < toldOnAPage + 5; at++)
			await stateLookUp(gate.as("asha", at * 31), tree, { purpose: "general", why: "" });
		const first = await toldOf(gate.ctx.house, [tree.head.id]);
		assert.equal(first.lines.length, toldOnAPage);
		const second = await toldOf(gate.ctx.house, [tree.head.id], first.earlier);
		assert.deepEqual([second.lines.length, second.earlier], [5, undefined]);
		const all = [...first.lines, ...second.lines].map(({ at }) => at.getTime());
		assert.deepEqual(
			all,
			all.toSorted((a, b) => b - a),
		);
		assert.equal(new Set(all).size, all.length);
		assert.match(await card([tree.head.id]), new RegExp(`/account/looks\\?before=${first.earlier}`));
		assert.ok((await card([tree.head.id], "no mark")).includes("Earlier looks"));
	});

	it("also those while it was linked with another's, and none of the other's own", async () => {
		const [a = "", b = ""] = await customersIn(gate, [
			{ name: "Eve A" },
			{ name: "Eve B", since: "2025-02-01T09:00:00Z" },
		]);
		const { db } = gate.ctx.house;
		const link = await db
			.transaction()
			.execute((tx) => linkRecords(tx, gate.ctx, { a, b, how: "merged", why: "same" }));
		assert.ok(!isRefusal(link));
		await stateLookUp(gate.as("asha"), await gate.tree(a), { purpose: "tax", why: "" });
		await db.transaction().execute((tx) => endLink(tx, gate.ctx, { id: link.id, why: "not" }));
		await stateLookUp(gate.as("asha"), await gate.tree(a), { purpose: "general", why: "" });
		assert.deepEqual(
			(await toldOf(gate.ctx.house, [b])).lines.map(({ purpose }) => purpose),
			["Council tax"],
		);
	});
});
