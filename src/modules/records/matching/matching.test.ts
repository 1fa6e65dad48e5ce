import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { endLink } from "../links/endLink.ts";
import { linkRecords } from "../links/linkRecords.ts";
import { treeOf } from "../links/tree.ts";
import { catchUp } from "../nodes/catchUp.ts";
import { customersIn, type Index, openIndex, sourcesSay } from "../testing.ts";
import { town } from "../town.test-data.ts";
import { cardOfIndex } from "../lessons/lesson.ts";
import { matchOne } from "./match.ts";
import { relink } from "./relink.ts";
import { settleOne } from "./settle.ts";
import { matchWaitingJob } from "./waiting.ts";

const given = { memory: 500, threads: 2, say: () => {} };

const will = {
	given: "William",
	surname: "Hartley",
	born: "1961-03-12",
	phone: "01632 960001",
	house: "4",
	street: "Mill Road",
	postcode: "ZA1 2AB",
};

const mary = {
	given: "Mary",
	surname: "Oldroyd",
	born: "1955-09-09",
	phone: "01632 960003",
	email: "mary.oldroyd@example.com",
	house: "7",
	street: "High Street",
	postcode: "ZA3 4EF",
};
const peter = { given: "Peter", surname: "Ramsden", born: "1988-02-17", phone: "01632 960555", postcode: "ZA9 8YZ" };

async function linkedWith({ database }: Index, id: string): Promise<readonly string[]> {
	const tree = await treeOf(database.db, id);
	return (tree?.nodes ?? []).map((node) => node.id).toSorted();
}

async function pairsOf({ database }: Index) {
	return database.db.selectFrom("records.pair").select(["a", "b", "state"]).orderBy("weight", "desc").execute();
}

describe("one record against the index", () => {
	let index: Index;
	before(async () => {
		index = await openIndex();
	});
	after(() => index.database.close());

	it("is linked by itself with what surely is the same person, and says why", async () => {
		const [tax = "", benefits = ""] = await sourcesSay(index, [
			{ key: "1", said: will },
			{ key: "2", source: "benefits", said: { ...will, given: "Bill", phone: "", postcode: "za12ab" } },
		]);
		const [found] = await matchOne(index.ctx, tax);
		assert.equal(found?.id, benefits);
		assert.ok((found?.probability ?? 0) > 0.99);
		assert.ok(found?.reasons.some(({ says, level }) => says === "First name" && level === "a short form"));
		assert.deepEqual(await settleOne(index.ctx, tax), { linked: 1, "to-judge": 0, settled: 0 });
		const tree = await treeOf(index.database.db, benefits);
		assert.deepEqual(tree?.sourceIds.toSorted(), [tax, benefits].toSorted());
		assert.equal(tree?.links[0]?.how, "matched");
		assert.deepEqual(await settleOne(index.ctx, tax), { linked: 0, "to-judge": 0, settled: 0 }, "and only once");
	});

	it("is kept for a person to judge where two personal numbers say that they are two", async () => {
		const [one = "", other = ""] = await sourcesSay(index, [
			{ key: "3", said: { ...mary, number: "AB402713C" } },
			{ key: "4", said: { ...mary, number: "CE987651D" } },
		]);
		assert.deepEqual(await settleOne(index.ctx, one), { linked: 0, "to-judge": 1, settled: 0 });
		assert.deepEqual(
			await settleOne(index.ctx, other),
			{ linked: 0, "to-judge": 1, settled: 0 },
			"asked once, and told anew",
		);
		assert.deepEqual(await linkedWith(index, other), [other]);
		assert.equal((await pairsOf(index)).length, 1);
	});

	it("is not put together again with what an officer said is somebody else, nor asked about", async () => {
		const [one = "", other = ""] = await sourcesSay(index, [
			{ key: "5", said: peter },
			{ key: "6", source: "library", said: peter },
		]);
		assert.equal((await settleOne(index.ctx, one)).linked, 1);
		const [link] = (await treeOf(index.database.db, one))?.links ?? [];
		const ended = await index.database.db
			.transaction()
			.execute((tx) => endLink(tx, index.ctx, { id: link?.id ?? "", why: "A cousin of the same name" }));
		assert.ok(!isRefusal(ended));
		for (const id of [one, other])
			assert.deepEqual(await settleOne(index.ctx, id), { linked: 0, "to-judge": 0, settled: 1 });
		await relink(index.ctx, given);
		assert.deepEqual(await linkedWith(index, one), [one]);
	});

	it("is asked about once for each two customers, and no more once a person has said that they are two", async () => {
		const said = { given: "Ida", surname: "Quill", email: "ida.quill@example.org", postcode: "ZA5 5EE" };
		const [a = "", b = "", c = ""] = await sourcesSay(index, [
			{ key: "20", said },
			{ key: "21", source: "library", said },
			{ key: "22", source: "parking", said },
		]);
		for (const id of [a, b, c]) assert.ok((await settleOne(index.ctx, id))["to-judge"] > 0);
		const among = async () => (await pairsOf(index)).filter((pair) => [a, b, c].includes(pair.a)).length;
		assert.equal(await among(), 3);
		const link = await index.database.db
			.transaction()
			.execute((tx) => linkRecords(tx, index.ctx, { a, b, how: "merged", why: "They rang" }));
		assert.ok(!isRefusal(link));
		assert.equal(await among(), 2, "the one between the two, which nobody is shown, and one of them and the third");
		await index.database.db
			.transaction()
			.execute((tx) => endLink(tx, index.ctx, { id: link.id, why: "Two after all" }));
		assert.equal(await among(), 1);
	});

	it("is compared with nobody when it is restricted or gone, and a business with no person", async () => {
		const said = { email: "hello@mill-stores.example", phone: "01632 960777" };
		const owner = { given: "Joan", surname: "Keeper", born: "1970-10-30", ...said };
		const [shop = "", keeper = "", hidden = ""] = await sourcesSay(index, [
			{ key: "7", kind: "organisation", said: { ...said, name: "Mill Stores" } },
			{ key: "8", said: owner },
			{ key: "9", said: owner },
		]);
		await index.database.db.updateTable("records.record").set({ restricted: true }).where("id", "=", hidden).execute();
		assert.deepEqual(await matchOne(index.ctx, hidden), []);
		assert.deepEqual(await matchOne(index.ctx, shop), []);
		assert.deepEqual(await matchOne(index.ctx, keeper), []);
	});

	it("may be our own, and is taken in with what changed within a minute", async () => {
		const email = "ida.quarmby@example.org";
		const [card = ""] = await sourcesSay(index, [
			{ key: "10", source: "library", said: { name: "Ida Quarmby", email, phone: "07700 900456" } },
		]);
		const [ours = ""] = await customersIn(index, [{ name: "Ida Quarmby", email, phone: "07700 900456" }]);
		await matchWaitingJob.run(index.ctx, {});
		assert.deepEqual(await linkedWith(index, ours), [card, ours].toSorted());
		await index.database.db
			.updateTable("sources.record")
			.set({ gone_at: index.ctx.now, turn: 1_000_000 })
			.where("id", "=", card)
			.execute();
		await catchUp(index.ctx);
		assert.deepEqual(
			(await treeOf(index.database.db, ours))?.nodes.find(({ id }) => id === card)?.goneAt,
			index.ctx.now,
		);
		const waiting = index.database.db.selectFrom("records.record").select("id").where("matched_at", "is", null);
		assert.deepEqual(await waiting.execute(), [{ id: card }]);
	});
});

describe("a town's records all at once", () => {
	let index: Index;
	before(async () => {
		index = await openIndex();
	});
	after(() => index.database.close());

	it("are linked nearly all and nearly only as they are, teach a card, and a second time change nothing", {
		timeout: 120_000,
	}, async () => {
		const { told, twice } = town(1600);
		const ids = await sourcesSay(index, told);
		assert.equal((await cardOfIndex(index.database.db)).learntAt, null);
		const done = await relink(index.ctx, given);
		assert.equal(done.records, told.length);
		const card = await cardOfIndex(index.database.db);
		assert.deepEqual(card.learntAt, index.ctx.now);
		const rows = await index.database.db.selectFrom("records.record").select(["id", "head_id"]).execute();
		const heads = new Map(rows.map((row) => [row.id, row.head_id]));
		const truth = twice.map(([one, other]) => [ids[one] ?? "", ids[other] ?? ""]);
		const right = truth.filter(([a = "", b = ""]) => heads.get(a) === heads.get(b)).length;
		assert.ok(right / done.linked >= 0.99, `${right} of ${done.linked} links are right`);
		const asked = new Set((await pairsOf(index)).map(({ a, b }) => `${a} ${b}`));
		const seen = truth.filter(
			([a = "", b = ""]) => heads.get(a) === heads.get(b) || asked.has([a, b].toSorted().join(" ")),
		);
		assert.ok(seen.length / truth.length > 0.95, `${seen.length} of ${truth.length} are linked or asked about`);
		const again = await relink(index.ctx, given);
		assert.equal(again.linked, 0);
		assert.equal((await pairsOf(index)).length, done["to-judge"]);
		const waiting = await index.database.db
			.selectFrom("records.record")
			.select("id")
			.where("matched_at", "is", null)
			.execute();
		assert.deepEqual(waiting, []);
	});
});
