import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { NotFound, isRefusal } from "../../../platform/refusal/index.ts";
import { hostileTexts } from "../../../platform/formats/hostile.ts";
import { openNeeds } from "../testing.ts";
import { endNeed, type NewNeed, noteNeed, reviewNeed } from "./actions.ts";
import { needsForCustomer, needsOf } from "./queries.ts";
import { needsPart } from "./pack.ts";

describe("A need of a customer", () => {
	let council: Awaited<ReturnType<typeof openNeeds>>;
	before(async () => {
		council = await openNeeds();
	});
	after(() => council.close());

	const large: NewNeed = { code: "COM-LARGE", detail: "", saidBy: "customer", until: "", why: "" };
	const note = async (id: string, given: Partial<NewNeed> = {}, as = council.as("Ada")) => {
		const noted = await noteNeed(as, id, { ...large, ...given });
		return isRefusal(noted) ? noted.code : noted.id;
	};
	const needs = async (ids: readonly string[], today = "2026-03-02") =>
		(await needsOf(council.db, council.house, ids, today)).map(({ code, detail }) => [code, detail].join(" ").trim());

	it("says what to do, who noted it, and when it is asked about again", async () => {
		const id = await council.customer("Ann");
		await note(id);
		const [need] = await needsOf(council.db, council.house, [id], "2026-03-02");
		assert.deepEqual(
			[need?.says, need?.notedBy, need?.saidBy, need?.reviewOn, need?.untilDay, need?.safety],
			["Send letters in large print", "Ada", "customer", "2027-03-02", null, false],
		);
		assert.deepEqual(
			(await council.ledger(id)).map(({ action, by }) => [action, by]),
			[["need.noted", "Ada"]],
		);
	});

	it("is noted once, however often and by however many at once, and noted again it is asked about later", async () => {
		const id = await council.customer("Ben");
		const all = await Promise.all(["Ada", "Bob", "Cy", "Di"].map((who) => note(id, {}, council.as(who))));
		assert.equal(new Set(all).size, 1);
		await note(id, { until: "2026-12-31" }, council.as("Ed", "2026-05-01T10:00:00Z"));
		const [need, ...more] = await needsOf(council.db, council.house, [id], "2026-05-01");
		assert.deepEqual([need?.reviewOn, need?.untilDay, more.length], ["2027-05-01", "2026-12-31", 0]);
		const actions = (await council.ledger(id)).map(({ action }) => action);
		assert.deepEqual(actions.toSorted(), ["need.noted", ...Array(4).fill("need.reviewed")]);
	});

	it("leaves nothing open: a language is asked for, and two languages are two needs", async () => {
		const id = await council.customer("Cem");
		assert.equal(await note(id, { code: "COM-INTERP" }), "no-detail");
		await note(id, { code: "COM-INTERP", detail: "Turkish" });
		await note(id, { code: "COM-INTERP", detail: " Kurdish " });
		assert.deepEqual(await needs([id]), ["COM-INTERP Turkish", "COM-INTERP Kurdish"]);
		await note(id, { detail: "because of an illness" });
		assert.ok((await needs([id])).includes("COM-LARGE"), "words that nobody asked for are not kept");
	});

	it("that keeps people safe stands first, has a reason in the ledger alone, and is not for the customer to read", async () => {
		const id = await council.customer("Dee");
		await note(id);
		assert.equal(await note(id, { code: "SAF-TWO" }), "no-why");
		await note(id, { code: "SAF-TWO", why: "A dog bit an officer in May" });
		assert.deepEqual(await needs([id]), ["SAF-TWO", "COM-LARGE"]);
		const theirs = await needsForCustomer(council.db, council.house, [id], "2026-03-02");
		assert.deepEqual(
			theirs.map(({ code }) => code),
			["COM-LARGE"],
		);
		const row = await council.db.selectFrom("customers.need").selectAll().where("customer_id", "=", id).execute();
		assert.ok(!JSON.stringify(row).includes("dog"));
		assert.ok(JSON.stringify(await council.ledger(id)).includes("A dog bit an officer"));
	});

	it("holds to its last day, and ends before that for a reason, once", async () => {
		const id = await council.customer("Eli");
		assert.equal(await note(id, { until: "2026-03-01" }), "past");
		assert.equal(await note(id, { until: "31/12/2026" }), "bad-day");
		const away = await note(id, { code: "CIR-AWAY", until: "2026-03-10" });
		assert.deepEqual(await needs([id], "2026-03-10"), ["CIR-AWAY"]);
		assert.deepEqual(await needs([id], "2026-03-11"), []);
		const none = await endNeed(council.as("Ada"), [id], { id: away, why: " " });
		assert.ok(isRefusal(none) && none.code === "no-why");
		const ends = await Promise.all(
			["Ada", "Bob"].map((who) => endNeed(council.as(who), [id], { id: away, why: "home" })),
		);
		assert.deepEqual(
			ends.flatMap((one) => (isRefusal(one) ? [one.code] : [])),
			["ended"],
		);
		assert.deepEqual(await needs([id]), []);
		const again = await reviewNeed(council.as("Ada"), [id], away);
		assert.ok(isRefusal(again) && again.code === "ended");
		await note(id, { code: "CIR-AWAY" });
		assert.deepEqual(await needs([id]), ["CIR-AWAY"], "it may be so again");
	});

	it("is still so: it is asked about again later", async () => {
		const id = await council.customer("Fay");
		const need = await note(id);
		const reviewed = await reviewNeed(council.as("Ada", "2026-06-01T10:00:00Z"), [id], need);
		assert.ok(!isRefusal(reviewed));
		assert.equal(reviewed.reviewOn, "2027-06-01");
	});

	it("of each of several customers who are one is shown, and is nobody else's to change", async () => {
		const [one, other, stranger] = [
			await council.customer("Gil"),
			await council.customer("Gill"),
			await council.customer("X"),
		];
		const need = await note(one);
		await note(other, { code: "CIR-AWAY" });
		assert.deepEqual(await needs([one, other]), ["COM-LARGE", "CIR-AWAY"]);
		await assert.rejects(endNeed(council.as("Ada"), [stranger], { id: need, why: "x" }), NotFound);
		await assert.rejects(endNeed(council.as("Ada"), [], { id: need, why: "x" }), NotFound);
		await assert.rejects(noteNeed(council.as("Ada"), "0190a000-0000-7000-8000-000000000000", large), NotFound);
	});

	it("that the pack has let go of is not lost: officers see its code, and the customer does not", async () => {
		const id = await council.customer("Hal");
		await note(id);
		const declared = needsPart.of(council.house);
		needsPart.put(council.house, []);
		assert.deepEqual(await needs([id]), ["COM-LARGE"]);
		assert.deepEqual(await needsForCustomer(council.db, council.house, [id], "2026-03-02"), []);
		needsPart.put(council.house, declared);
	});

	it("takes whatever is typed, or refuses it", async () => {
		const id = await council.customer("Ida");
		for (const text of hostileTexts) {
			await note(id, { code: "COM-INTERP", detail: text });
			await note(id, { code: "SAF-TWO", why: text });
			await note(id, { code: text, until: text });
			await note(id, { until: text });
		}
		for (const need of await needs([id])) assert.ok(need.length < 100);
	});
});
