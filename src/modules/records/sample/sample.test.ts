import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { addOfficer } from "../../staff/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { hostileTexts } from "../../../platform/formats/hostile.ts";
import { stateLookUp } from "../lookUps/state.ts";
import { type Gate, openGate } from "../lookUps/testing.ts";
import { drawSamples } from "./draw.ts";
import { judgeLookUp } from "./judge.ts";
import { drawnById, drawnPage } from "./queries.ts";
import { draw, flagsOf, howMany } from "./rules.ts";

const all = { view: "waiting", purpose: "", standsOut: false } as const;

describe("The look-ups that are drawn", () => {
	it("are one in twenty, and three at least where there are three", () => {
		assert.deepEqual([0, 2, 3, 40, 60, 61, 1000].map(howMany), [0, 2, 3, 3, 3, 4, 50]);
	});

	it("are of the day, each once, whatever chance says", () => {
		const some = fc
			.array(fc.option(fc.string(), { nil: null }))
			.map((works) => works.map((work, id) => ({ id, work })));
		fc.assert(
			fc.property(some, fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), (lookUps, stream) => {
				const drawn = draw(lookUps, () => stream.next().value);
				assert.equal(drawn.length, howMany(lookUps.length));
				assert.equal(new Set(drawn).size, drawn.length);
				for (const one of drawn) assert.ok(lookUps.includes(one));
			}),
		);
	});

	it("are oftener those with no work in hand", () => {
		const lookUps = Array.from({ length: 400 }, (_, id) => ({ id, work: id % 2 === 0 ? "SR-1" : null }));
		let seed = 7;
		const chance = () => {
			seed = (seed * 48_271) % 2_147_483_647;
			return seed / 2_147_483_647;
		};
		const drawn = Array.from({ length: 50 }, () => draw(lookUps, chance)).flat();
		const without = drawn.filter(({ work }) => work === null).length / drawn.length;
		assert.ok(without > 0.65 && without < 0.85, `${without} of those that were drawn`);
	});
});

describe("What stands out in a look-up", () => {
	const officer = { given: "olly", surname: "officer", homes: ["100"] };
	const nobody = { given: "ann", surname: "other", homes: ["200"] };
	const plain = {
		officer,
		opened: [nobody],
		colleagues: new Set<string>(),
		customers: 5,
		median: 5,
		days: 1,
		tries: 0,
	};

	it("is nothing, mostly", () => assert.deepEqual(flagsOf(plain), []));
	it("is the officer's own surname, or home", () => {
		assert.deepEqual(flagsOf({ ...plain, opened: [nobody, { ...nobody, surname: "officer" }] }), ["own-surname"]);
		assert.deepEqual(flagsOf({ ...plain, opened: [{ ...nobody, homes: ["100"] }] }), ["own-address"]);
	});
	it("is not a name or home that nobody knows", () => {
		const unknown = { given: null, surname: null, homes: [] };
		assert.deepEqual(flagsOf({ ...plain, officer: unknown, opened: [unknown], colleagues: new Set(["a b"]) }), []);
	});
	it("is a colleague's name", () =>
		assert.deepEqual(flagsOf({ ...plain, colleagues: new Set(["ann other"]) }), ["colleague"]));
	it("is far more customers than others opened", () => {
		assert.deepEqual(flagsOf({ ...plain, customers: 30, median: 10 }), ["many"]);
		assert.deepEqual(flagsOf({ ...plain, customers: 30, median: 11 }), []);
		assert.deepEqual(flagsOf({ ...plain, customers: 19, median: 1 }), []);
	});
	it("is one customer again and again, and every try used", () =>
		assert.deepEqual(flagsOf({ ...plain, days: 5, tries: 5 }), ["again", "all-tries"]));
});

describe("The data-protection officer", () => {
	let gate: Gate;
	const minutes = 24 * 60;
	before(async () => {
		gate = await openGate();
		for (const name of ["Olly Officer", "Asha Patel"]) {
			const email = `${name.slice(0, 4).toLowerCase()}@council.example`;
			await addOfficer(gate.ctx, { email, name, roles: [], teams: [], password: "seven green umbrellas walk" });
		}
	});
	after(() => gate.database.close());
	const drawn = async () => (await drawnPage(gate.ctx.house.db, all, undefined)).rows;

	it("reads what was drawn of yesterday, once, with what stands out", async () => {
		const names = ["Ann One", "Ben Two", "Cat Three", "Dan Four", "Olga Officer", "Asha Patel"];
		for (const name of names) {
			const tree = await gate.customer({ name });
			await stateLookUp(gate.as("olly"), tree, { purpose: "general", why: "" });
		}
		await drawSamples(gate.ctx);
		assert.deepEqual(await drawn(), [], "today is not over");
		const night = { ...gate.ctx, now: gate.as("olly", minutes).now };
		await Promise.all([drawSamples(night), drawSamples(night)]);
		const first = await drawn();
		assert.ok(first.length >= 3 && first.length <= 5);
		assert.deepEqual(first.flatMap(({ flags }) => flags).toSorted(), ["colleague", "own-surname"]);
		await drawSamples({ ...night, now: gate.as("olly", minutes + 60).now });
		assert.deepEqual(
			(await drawn()).map(({ id }) => id),
			first.map(({ id }) => id),
		);
		const days = await gate.ctx.house.db
			.selectFrom("records.look_up_day")
			.selectAll()
			.where("look_ups", ">", 0)
			.execute();
		assert.deepEqual([days.length, days[0]?.look_ups, days[0]?.drawn], [1, 6, first.length]);
		const standing = await drawnPage(gate.ctx.house.db, { ...all, standsOut: true }, undefined);
		assert.equal(standing.rows.length, 2);
	});

	it("judges each once, with a remark where it was not in order; one of whom the officer was asked is judged later", async () => {
		const [one, other] = await drawn();
		assert.ok(one && other);
		const judge = async (id: string, verdict: "in-order" | "asked" | "not-in-order", remark = "") => {
			const judged = await judgeLookUp(gate.as("dora"), id, { verdict, remark });
			return isRefusal(judged) ? judged.code : "done";
		};
		assert.equal(await judge(one.id, "not-in-order", " "), "no-remark");
		assert.equal(await judge(one.id, "asked", "Why this one?"), "done");
		assert.equal(await judge(one.id, "asked", "Again?"), "judged");
		const both = await Promise.all([judge(one.id, "in-order"), judge(one.id, "not-in-order", "They knew her")]);
		assert.deepEqual(both.toSorted(), ["done", "judged"]);
		assert.equal(await judge(other.id, "in-order", "x".repeat(1001)), "long");
		assert.equal(
			(await drawn()).some(({ id }) => id === one.id),
			false,
		);
		for (const text of hostileTexts) await judge(other.id, "asked", text);
		assert.ok(((await drawnById(gate.ctx.house.db, other.id))?.remark?.length ?? 0) <= 1000);
		await assert.rejects(judge("0190a000-0000-7000-8000-000000000000", "in-order"), NotFound);
	});

	it("does not judge a look-up of their own", async () => {
		const [one] = await drawn();
		assert.ok(one);
		const own = await judgeLookUp(gate.as("olly"), one.id, { verdict: "in-order", remark: "" });
		assert.ok(isRefusal(own) && own.code === "own");
	});
});
