import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { endLink } from "../links/endLink.ts";
import { linkRecords } from "../links/linkRecords.ts";
import { treeOf } from "../links/tree.ts";
import { customersIn, type Index, openIndex } from "../testing.ts";
import { chooseValue, choicesOf, endChoice } from "./chosen.ts";

describe("what an officer holds to be right of a customer", () => {
	let index: Index;
	let ctx: OfficerContext;
	before(async () => {
		index = await openIndex();
		const actor = {
			id: "a",
			name: "Ada Ash",
			email: "ada@x.example",
			teams: [],
			roles: [],
			permissions: new Set<never>(),
		};
		ctx = { ...index.ctx, actor: { kind: "officer", ...actor } };
	});
	after(() => index.database.close());
	const person = async () => (await customersIn(index, [{ name: "Jo Bloggs" }]))[0] ?? assert.fail();
	const choose = async (recordId: string, value: string, why = "They told me") => {
		const made = await chooseValue(ctx, { recordId, field: "name", value, why });
		return isRefusal(made) ? assert.fail(made.code) : made;
	};
	const standing = async (ids: readonly string[]) =>
		(await choicesOf(index.database.db, ids)).filter(({ endedAt }) => endedAt === null).map(({ value }) => value);

	it("has a reason and says who and when; a later choice ends an earlier one, and all are still told", async () => {
		const id = await person();
		await choose(id, "Joe Bloggs");
		await choose(id, "Joseph Bloggs", "He showed a passport");
		const choices = await choicesOf(index.database.db, [id]);
		assert.deepEqual(await standing([id]), ["Joseph Bloggs"]);
		assert.equal(choices.length, 2);
		assert.equal(choices.find(({ value }) => value === "Joe Bloggs")?.endedBy, "Ada Ash");
		for (const [given, code] of [
			[{ value: " ", why: "x" }, "value-needed"],
			[{ value: "x", why: " " }, "why-needed"],
			[{ value: "x".repeat(301), why: "x" }, "too-long"],
		] as const) {
			const refused = await chooseValue(ctx, { recordId: id, field: "name", ...given });
			assert.equal(isRefusal(refused) && refused.code, code);
		}
	});

	it("ends when an officer ends it, once, and only from the customer it is of", async () => {
		const [id, other] = [await person(), await person()];
		const { id: choice } = await choose(id, "Joe Bloggs");
		await assert.rejects(endChoice(ctx, [other], choice), NotFound);
		assert.equal(await endChoice(ctx, [id], choice), "name");
		const again = await endChoice(ctx, [id], choice);
		assert.equal(isRefusal(again) && again.code, "ended");
		assert.deepEqual(await standing([id]), []);
	});

	it("goes with the record it was chosen for when the customer is parted in two", async () => {
		const [id, other] = [await person(), await person()];
		const { db } = index.database;
		const link = await db
			.transaction()
			.execute((tx) => linkRecords(tx, ctx, { a: id, b: other, how: "merged", why: "One person" }));
		if (isRefusal(link)) return assert.fail(link.code);
		await choose(id, "Joe Bloggs");
		await choose(other, "Josephine Bloggs");
		const all = (await treeOf(db, id))?.nodes.map((node) => node.id) ?? [];
		assert.deepEqual(await standing(all), ["Josephine Bloggs"]);
		await db.transaction().execute((tx) => endLink(tx, ctx, { id: link.id, why: "Two people" }));
		assert.deepEqual(await standing([id]), []);
		assert.deepEqual(await standing([other]), ["Josephine Bloggs"]);
	});
});
