import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { hostileTexts } from "../../../platform/formats/hostile.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { openNeeds } from "../testing.ts";
import { endRelationship, type NewRelationship, noteRelationship } from "./actions.ts";
import { relationshipsOf } from "./queries.ts";

describe("What one customer is to another", () => {
	let council: Awaited<ReturnType<typeof openNeeds>>;
	before(async () => {
		council = await openNeeds();
	});
	after(() => council.close());

	const evidence = "Letter of authority of 1 March";
	const note = async (from: string, to: string, given: Partial<NewRelationship> = {}, as = council.as("Ada")) => {
		const noted = await noteRelationship(as, {
			from,
			to,
			kind: "carer",
			scope: ["ask", "tell"],
			evidence,
			fromDay: "",
			untilDay: "",
			...given,
		});
		return isRefusal(noted) ? noted.code : noted.id;
	};
	const two = async () => [await council.customer("Cara Carer"), await council.customer("Fred Frail")] as const;
	const told = async (ids: readonly string[], today = "2026-03-02") =>
		(await relationshipsOf(council.db, ids, today)).map(({ kind, side, other }) => [kind, side, other.name].join(" "));

	it("stands on both their records, with what shows it and what they may do", async () => {
		const [carer, frail] = await two();
		await note(carer, frail);
		assert.deepEqual(await told([carer]), ["carer is Fred Frail"]);
		assert.deepEqual(await told([frail]), ["carer has Cara Carer"]);
		const [one] = await relationshipsOf(council.db, [frail], "2026-03-02");
		assert.deepEqual(
			[one?.evidence, one?.scope, one?.fromDay, one?.untilDay, one?.notedBy, one?.customerId],
			[evidence, ["ask", "tell"], "2026-03-02", null, "Ada", frail],
		);
		for (const id of [carer, frail])
			assert.deepEqual(
				(await council.ledger(id)).map(({ action }) => action),
				["relationship.noted"],
			);
	});

	it("is refused without evidence, without saying what they may do, and of one with themselves", async () => {
		const [carer, frail] = await two();
		assert.equal(await note(carer, frail, { evidence: " \u200b" }), "no-evidence");
		assert.equal(await note(carer, frail, { scope: [] }), "no-scope");
		assert.equal(await note(carer, carer), "same");
		assert.equal(await note(carer, frail, { fromDay: "2026-02-30" }), "bad-day");
		assert.equal(await note(carer, frail, { untilDay: "2026-03-01" }), "ends-first");
		assert.equal(await note(carer, frail, { fromDay: "2025-01-01", untilDay: "2026-03-01" }), "past");
		await assert.rejects(note(carer, "0190a000-0000-7000-8000-000000000000"), NotFound);
		assert.deepEqual(await told([carer]), []);
	});

	it("is noted once, by however many at once, and two who note each other do not wait for ever", async () => {
		const [one, other] = await two();
		const all = await Promise.all([1, 2, 3, 4].flatMap(() => [note(one, other), note(other, one)]));
		assert.equal(all.filter((answer) => answer === "already").length, 6);
		assert.deepEqual((await told([one])).toSorted(), ["carer has Fred Frail", "carer is Fred Frail"]);
	});

	it("by working for somebody gives nobody leave to act", async () => {
		const [one, firm] = [await council.customer("Will Work"), await council.customer("Firm Ltd")];
		await note(one, firm, { kind: "works-for", scope: ["be-paid"] });
		assert.deepEqual((await relationshipsOf(council.db, [one], "2026-03-02"))[0]?.scope, []);
	});

	it("ends on its last day, or for a reason, once, by whoever has either record open", async () => {
		const [carer, frail] = await two();
		const id = await note(carer, frail, { untilDay: "2026-04-01" });
		assert.deepEqual(await told([frail], "2026-04-01"), ["carer has Cara Carer"]);
		assert.deepEqual(await told([frail], "2026-04-02"), []);
		const stranger = await council.customer("Sid Stranger");
		await assert.rejects(endRelationship(council.as("Ada"), [stranger], { id, why: "x" }), NotFound);
		await assert.rejects(endRelationship(council.as("Ada"), [], { id, why: "x" }), NotFound);
		const none = await endRelationship(council.as("Ada"), [carer], { id, why: "" });
		assert.ok(isRefusal(none) && none.code === "no-why");
		const ends = await Promise.all(
			[carer, frail].map((side) => endRelationship(council.as("Bob"), [side], { id, why: "moved away" })),
		);
		assert.equal(ends.filter((one) => isRefusal(one)).length, 1);
		assert.deepEqual(await told([carer]), []);
		await note(carer, frail);
		assert.deepEqual(await told([carer]), ["carer is Fred Frail"], "it may be so again");
	});

	it("between two who turn out to be one is not told", async () => {
		const [one, other] = await two();
		await note(one, other, { kind: "representative" });
		assert.deepEqual(await told([one, other]), []);
	});

	it("takes whatever is typed, or refuses it", async () => {
		const [carer, frail] = await two();
		for (const text of hostileTexts) {
			await note(carer, frail, { evidence: text });
			await note(frail, carer, { fromDay: text, untilDay: text });
		}
		for (const one of await relationshipsOf(council.db, [frail], "2026-03-02")) assert.ok(one.evidence.length <= 300);
	});
});
