import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { hostileTexts } from "../../../platform/formats/hostile.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import type { Tree } from "../links/link.ts";
import { stateLookUp } from "../lookUps/state.ts";
import { type Gate, openGate } from "../lookUps/testing.ts";
import { checkCard } from "./card.ts";
import { checkSaid } from "./check.ts";

describe("What a customer says of themselves", () => {
	let gate: Gate;
	before(async () => {
		gate = await openGate();
	});
	after(() => gate.database.close());

	const said = { born: "1980-03-27", number: "JG103759A", account: "00 712-345", band: "D" };
	const customer = async (name: string, ...records: Readonly<Record<string, string>>[]) => {
		let tree = await gate.customer({ name });
		for (const one of records) tree = await gate.sourceSays(tree, "tax", one);
		return tree;
	};
	const opened = async (tree: Tree, purpose = "tax", who: "asha" | "olly" = "asha", minutes = 0) => {
		const lookUp = await stateLookUp(gate.as(who, minutes), tree, { purpose, why: "" });
		assert.ok(!isRefusal(lookUp));
		return lookUp;
	};
	const check = async (tree: Tree, field: string, words: string, minutes = 0, purpose = "tax") => {
		const answer = await checkSaid(gate.as("asha", minutes), tree, await opened(tree, purpose, "asha", minutes), {
			field,
			said: words,
		});
		return isRefusal(answer) ? answer.code : answer;
	};

	it("agrees with the record however it is said", async () => {
		const tree = await customer("Ann One", said);
		assert.equal(await check(tree, "born", "27 March 1980"), "yes");
		assert.equal(await check(tree, "born", "27/3/80"), "yes");
		assert.equal(await check(tree, "number", "jg 10 37 59 a"), "yes");
		assert.equal(await check(tree, "account", "712345"), "yes");
		assert.equal(await check(tree, "account", "712346"), "no");
	});

	it("cannot be said to agree where nothing is recorded, or records differ", async () => {
		const tree = await customer("Ben Two", { born: "1980-03-27" }, { born: "1980-03-28", number: "" });
		assert.equal(await check(tree, "born", "27 3 1980"), "cannot-say");
		assert.equal(await check(tree, "number", "JG103759A"), "cannot-say");
	});

	it("is compared five times and no more until half an hour has gone, whatever else is stated meanwhile", async () => {
		const tree = await customer("Cat Three", said);
		const guess = (day: number, minutes: number, purpose = "tax") =>
			check(tree, "born", `${day} 3 1980`, minutes, purpose);
		const answers = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((day) => guess(day, 0)));
		assert.deepEqual(answers.toSorted(), ["no", "no", "no", "no", "no", "too-many", "too-many"]);
		assert.equal(await guess(27, 29), "too-many");
		await opened(tree, "general", "asha", 29);
		assert.equal(await guess(27, 29.5), "too-many");
		assert.equal(await guess(27, 31), "yes");
	});

	it("is compared only where the purpose lets it, and never with what is shown", async () => {
		const tree = await customer("Dan Four", said);
		assert.equal(await check(tree, "born", "27 3 1980", 0, "general"), "no-field");
		assert.equal(await check(tree, "band", "D"), "no-field");
		const own = await checkSaid(gate.as("olly"), tree, await opened(tree, "tax", "olly"), {
			field: "account",
			said: "712345",
		});
		assert.ok(isRefusal(own) && own.code === "no-field", "officers see it, so there is nothing to check");
	});

	it("is no try when it cannot be read, and breaks nothing", async () => {
		const tree = await customer("Eve Five", said);
		for (const text of ["31 2 1980", "1980", "soon", "", "27 13 1980"])
			assert.equal(await check(tree, "born", text), "unreadable");
		for (const text of hostileTexts) assert.equal(await check(tree, text, "27 3 1980"), "no-field");
		assert.equal(await check(tree, "born", "27 3 1980"), "yes");
		for (const text of hostileTexts)
			for (const field of ["born", "number", "account"]) assert.notEqual(await check(tree, field, text), "yes");
	});

	it("is neither kept nor shown, and what is recorded is not either", async () => {
		const tree = await customer("Flo Six", said);
		await check(tree, "born", "27 3 1980");
		await check(tree, "number", "AB123456C");
		const lookUp = await opened(tree);
		const card = String(await checkCard(gate.as("asha"), tree, lookUp, "token"));
		assert.match(card, /Date of birth: [^:]*Yes/);
		assert.match(card, /National Insurance number: [^:]*No/);
		assert.match(card, /3 tries are left/);
		const { db } = gate.ctx.house;
		const kept = JSON.stringify([
			await db.selectFrom("records.asked").selectAll().execute(),
			await db.selectFrom("records.look_up").selectAll().where("head_id", "=", tree.head.id).execute(),
			await db.selectFrom("audit.entry").selectAll().where("subject_id", "=", tree.head.id).execute(),
		]);
		for (const secret of ["1980-03-27", "27 3 1980", "19800327", "JG103759A", "AB123456C", "712-345", "712345"]) {
			assert.ok(!card.includes(secret), `the card does not show ${secret}`);
			assert.ok(!kept.includes(secret), `nothing keeps ${secret}`);
		}
		const entries = await db
			.selectFrom("audit.entry")
			.select(["purpose", "after"])
			.where("action", "=", "look-up.compared")
			.where("subject_id", "=", tree.head.id)
			.orderBy("id")
			.execute();
		assert.deepEqual(entries, [
			{ purpose: "tax", after: { lookUp: lookUp.id, field: "born", answer: "yes" } },
			{ purpose: "tax", after: { lookUp: lookUp.id, field: "number", answer: "no" } },
		]);
	});

	it("is not asked where there is nothing to compare", async () => {
		const tree = await customer("Gus Seven");
		assert.equal(String(await checkCard(gate.as("asha"), tree, await opened(tree), "token")), "");
	});
});
