import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { hostileTexts } from "../../../platform/formats/hostile.ts";
import { linkRecords } from "../links/linkRecords.ts";
import { endLink } from "../links/endLink.ts";
import { customersIn } from "../testing.ts";
import { currentLookUp } from "./lookUp.ts";
import { stateLookUp } from "./state.ts";
import { openGate, type Gate } from "./testing.ts";
import { lookUpFor, purposeInHand, workInHandSlot } from "./work.ts";

describe("To open a customer's record", () => {
	let gate: Gate;
	before(async () => {
		gate = await openGate();
	});
	after(() => gate.database.close());

	const lookUps = async (head: string) =>
		gate.ctx.house.db.selectFrom("records.look_up").selectAll().where("head_id", "=", head).execute();
	const ledger = async (head: string) =>
		gate.ctx.house.db
			.selectFrom("audit.entry")
			.select(["action", "purpose", "actor_name", "after"])
			.where("subject_id", "=", head)
			.where("action", "like", "look-up.%")
			.execute();

	it("an officer says why, and it is open to them for half an hour and to nobody else", async () => {
		const tree = await gate.customer({ name: "Mo Farr", email: "mo@example.org" });
		assert.equal(await currentLookUp(gate.as("asha"), tree), undefined);
		const stated = await stateLookUp(gate.as("asha"), tree, { purpose: "tax", why: "" });
		assert.ok(!isRefusal(stated));
		assert.equal((await currentLookUp(gate.as("asha", 29), tree))?.id, stated.id);
		assert.equal(await currentLookUp(gate.as("asha", 30), tree), undefined);
		assert.equal(await currentLookUp(gate.as("olly", 1), tree), undefined);
	});

	it("what it opened is written down, with the purpose, the team and each record", async () => {
		const tree = await gate.customer({ name: "Wyn Down" });
		await stateLookUp(gate.as("olly"), tree, { purpose: "care", why: "  A fall\u202e at home " });
		const [row] = await lookUps(tree.head.id);
		assert.deepEqual(row?.record_ids, [tree.head.id]);
		assert.deepEqual([row?.purpose, row?.why, row?.team_id, row?.work], ["care", "A fall at home", "care", null]);
		assert.deepEqual(row?.opened, { "front-door": { shown: ["name", "email", "phone"], verify: [] } });
		const [entry] = await ledger(tree.head.id);
		assert.deepEqual([entry?.action, entry?.purpose, entry?.actor_name], ["look-up.begun", "care", "Olly Officer"]);
		assert.ok(!JSON.stringify(entry).includes("fall"), "the officer's words are not in the ledger");
	});

	it("a purpose of other roles is refused, and that it was tried is written down", async () => {
		const tree = await gate.customer({ name: "Not Yours" });
		const stated = await stateLookUp(gate.as("asha"), tree, { purpose: "care", why: "please" });
		assert.ok(isRefusal(stated) && stated.code === "not-yours");
		assert.equal(stated.details.name, "Care and support");
		assert.deepEqual(await lookUps(tree.head.id), []);
		assert.deepEqual(
			(await ledger(tree.head.id)).map(({ action, purpose }) => [action, purpose]),
			[["look-up.refused", "care"]],
		);
	});

	it("a purpose that asks for words gets them, and one that does not keeps none", async () => {
		const tree = await gate.customer({ name: "Words Wanted" });
		const none = await stateLookUp(gate.as("olly"), tree, { purpose: "care", why: " \u200b " });
		assert.ok(isRefusal(none) && none.code === "no-why");
		const long = await stateLookUp(gate.as("olly"), tree, { purpose: "care", why: "x".repeat(501) });
		assert.ok(isRefusal(long) && long.code === "long-why");
		const unknown = await stateLookUp(gate.as("olly"), tree, { purpose: "__proto__", why: "" });
		assert.ok(isRefusal(unknown) && unknown.code === "no-purpose");
		const kept = await stateLookUp(gate.as("olly"), tree, { purpose: "general", why: "idle talk" });
		assert.ok(!isRefusal(kept) && kept.why === "");
	});

	it("whatever is typed is kept as typed, or refused", async () => {
		const tree = await gate.customer({ name: "Hostile Words" });
		for (const why of hostileTexts) await stateLookUp(gate.as("olly"), tree, { purpose: "care", why });
		for (const { why } of await lookUps(tree.head.id)) assert.ok(why.length > 0 && why.length <= 500);
	});

	it("the same said twice, and from two windows at once, is one look-up", async () => {
		const tree = await gate.customer({ name: "Two Windows" });
		const said = { purpose: "tax", why: "" };
		const all = await Promise.all(Array.from({ length: 6 }, () => stateLookUp(gate.as("asha"), tree, said)));
		await stateLookUp(gate.as("asha", 5), tree, said);
		assert.equal((await lookUps(tree.head.id)).length, 1);
		assert.equal(new Set(all.map((one) => (isRefusal(one) ? one.code : one.id))).size, 1);
	});

	it("the latest purpose decides what is seen", async () => {
		const tree = await gate.customer({ name: "Late Sight" });
		await stateLookUp(gate.as("olly"), tree, { purpose: "fraud", why: "" });
		await stateLookUp(gate.as("olly", 1), tree, { purpose: "tax", why: "" });
		const current = await currentLookUp(gate.as("olly", 2), tree);
		assert.equal(current?.purpose.id, "tax");
		assert.deepEqual(current.sees("tax").shown, ["account", "band"]);
		assert.deepEqual(current.sees("tax").verify, ["born", "number"]);
		assert.equal(current.sees("care").known, false);
		assert.deepEqual(current.sees("nowhere"), { known: false, shown: [], verify: [], hidden: [] });
	});

	it("a role that is taken away takes the look-up with it", async () => {
		const tree = await gate.customer({ name: "Role Gone" });
		await stateLookUp(gate.as("olly"), tree, { purpose: "fraud", why: "" });
		const { actor, ...rest } = gate.as("olly", 1);
		assert.equal(await currentLookUp({ ...rest, actor: { ...actor, roles: ["adviser"] } }, tree), undefined);
	});

	it("records that are linked with it meanwhile are not opened by it, and one that is parted from it neither", async () => {
		const [a = "", b = ""] = await customersIn(gate, [
			{ name: "Ada One" },
			{ name: "Ada Two", since: "2025-02-01T09:00:00Z" },
		]);
		await stateLookUp(gate.as("asha"), await gate.tree(a), { purpose: "tax", why: "" });
		const { db } = gate.ctx.house;
		const link = await db
			.transaction()
			.execute((tx) => linkRecords(tx, gate.ctx, { a, b, how: "merged", why: "same" }));
		assert.ok(!isRefusal(link));
		const whole = await gate.tree(b);
		assert.equal(await currentLookUp(gate.as("asha", 1), whole), undefined);
		await stateLookUp(gate.as("asha", 1), whole, { purpose: "tax", why: "" });
		assert.ok(await currentLookUp(gate.as("asha", 2), whole));
		await db.transaction().execute((tx) => endLink(tx, gate.ctx, { id: link.id, why: "not" }));
		assert.ok(await currentLookUp(gate.as("asha", 3), await gate.tree(a)));
		assert.equal(await currentLookUp(gate.as("asha", 3), await gate.tree(b)), undefined);
	});

	describe("with work in hand", () => {
		before(() => {
			workInHandSlot.put(gate.ctx.house, async (_ctx, reference) => works.get(reference));
		});
		const works = new Map<
			string,
			{ reference: string; customerId: string; service: string; topic: string; team: string }
		>();
		const work = (reference: string, customerId: string, service: string, topic: string) =>
			works.set(reference, { reference, customerId, service, topic, team: "revenues" });

		it("nothing is asked: the purpose is that of the service or its topic, once", async () => {
			const tree = await gate.customer({ name: "In Hand" });
			work("SR-1", tree.head.id, "move-home", "streets");
			const [one, other] = await Promise.all([1, 2].map(() => lookUpFor(gate.as("olly"), tree, "SR-1")));
			assert.equal(one?.purpose.id, "tax");
			assert.equal(one.id, other?.id);
			const [row, ...more] = await lookUps(tree.head.id);
			assert.deepEqual([row?.work, row?.team_id, more.length], ["SR-1", "revenues", 0]);
			work("SR-2", tree.head.id, "report-a-light", "streets");
			assert.equal((await lookUpFor(gate.as("olly", 1), tree, "SR-2"))?.purpose.id, "general");
		});

		it("another customer's request opens nothing", async () => {
			const [tree, other] = [await gate.customer({ name: "This One" }), await gate.customer({ name: "That One" })];
			work("SR-3", other.head.id, "move-home", "streets");
			assert.equal(await lookUpFor(gate.as("olly"), tree, "SR-3"), undefined);
			assert.deepEqual(await lookUps(tree.head.id), []);
		});

		it("nothing opens by itself what the officer may not state, or by what is no work", async () => {
			const tree = await gate.customer({ name: "Not By Itself" });
			work("SR-4", tree.head.id, "ask-for-care", "");
			assert.equal(await lookUpFor(gate.as("asha"), tree, "SR-4"), undefined);
			assert.equal((await purposeInHand(gate.as("asha"), tree, "SR-4"))?.purpose.id, "care");
			assert.equal(await lookUpFor(gate.as("asha"), tree, "SR-5"), undefined);
			work("SR-6", tree.head.id, "unheard-of", "unheard-of");
			assert.equal(await lookUpFor(gate.as("asha"), tree, "SR-6"), undefined);
		});
	});
});
