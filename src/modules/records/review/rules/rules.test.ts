import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readModel } from "../../../matching/index.ts";
import { probabilityInWords, shareInWords } from "./bands.ts";
import { evidenceOf, inShort } from "./evidence.ts";
import { readPlace, writePlace } from "./place.ts";
import { reachOf, stepsOf } from "./steps.ts";
import { isStrong, needsWhy, settledBy, verdicts } from "./verdict.ts";

const strong = { probability: 0.97, asks: [] };
const weak = { probability: 0.7, asks: [] };
const asking = { probability: 0.999, asks: ["Date of birth"] };

describe("what comes of what officers said", () => {
	const settled = [
		[["same"], true, "same"],
		[["same"], false, "second-opinion"],
		[["same", "same"], false, "same"],
		[["different"], false, "different"],
		[["unsure"], true, "second-opinion"],
		[["unsure", "same"], true, "same"],
		[["unsure", "same"], false, "second-opinion"],
		[["unsure", "different"], true, "different"],
		[["unsure", "unsure"], true, "lapsed"],
		[["same", "different"], true, "second-opinion"],
		[["same", "different", "same"], false, "same"],
		[["same", "different", "different"], true, "different"],
		[["restricted"], true, "restricted"],
		[["same", "restricted"], false, "restricted"],
	] as const;
	for (const [said, isEnough, state] of settled)
		it(`${said.join(", then ")} ${isEnough ? "on strong" : "on weak"} evidence: ${state}`, () =>
			assert.equal(settledBy(said, isEnough), state));

	it("does not hang on the order in which they said it", () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...verdicts), { maxLength: 6 }), fc.boolean(), (said, isEnough) => {
				assert.equal(settledBy(said.toReversed(), isEnough), settledBy(said, isEnough));
			}),
		);
	});

	it("is never one customer on the word of one officer against another's", () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...verdicts), { maxLength: 6 }), (said) => {
				const count = (verdict: string) => said.filter((one) => one === verdict).length;
				if (settledBy(said, true) === "same") assert.ok(count("same") > count("different"));
			}),
		);
	});

	it("needs a reason against the weights, and for what is kept from colleagues", () => {
		const needing = (evidence: typeof strong) => verdicts.filter((verdict) => needsWhy(verdict, evidence, 0.9));
		assert.deepEqual(needing(strong), ["different", "restricted"]);
		assert.deepEqual(needing(weak), ["same", "restricted"]);
		assert.equal(isStrong({ ...asking, asks: [...asking.asks] }, 0.9), false);
	});
});

describe("what speaks for and against", () => {
	const reasons = [
		{ comparison: "before", says: "Before anything is compared", level: "any two records", bits: -20 },
		{ comparison: "surname", says: "Surname", level: "the same", bits: 4 },
		{ comparison: "email", says: "Email", level: "the same", bits: 10 },
		{ comparison: "born", says: "Date of birth", level: "different", bits: -6 },
		{ comparison: "swapped", says: "The other way round", level: "not so", bits: 0.01 },
		{ comparison: "household", says: "Two people of one household", level: "may agree so too", bits: -1 },
	];

	it("begins with the odds before anything is compared, goes on with what says most, and ends with the household", () => {
		const steps = stepsOf(reasons);
		assert.deepEqual(
			steps.map(({ says, from, to }) => [says, from, to]),
			[
				["Before anything is compared", 0, -20],
				["Email", -20, -10],
				["Date of birth", -10, -16],
				["Surname", -16, -12],
				["Two people of one household", -12, -13],
			],
		);
		assert.deepEqual(reachOf(steps), { least: -20, greatest: 0 });
	});

	it("is said in short by what says most", () =>
		assert.equal(inShort(reasons), "For: email, surname. Against: date of birth"));

	it("asks for a person where the model says so", () => {
		assert.deepEqual(evidenceOf(readModel(), { probability: 0.99, reasons }).asks, ["Date of birth"]);
	});

	it("is never certain", () => {
		assert.equal(probabilityInWords(0.97), "97 in 100");
		assert.equal(probabilityInWords(0.9999999), "more than 999 in 1,000");
		assert.equal(probabilityInWords(0.997), "997 in 1,000");
		assert.equal(probabilityInWords(0), "less than 1 in 100");
		assert.equal(shareInWords(1, 300), "0.3%");
		assert.equal(shareInWords(0, 0), "none yet");
	});
});

describe("a place in the list of pairs", () => {
	const id = "01950000-0000-7000-8000-000000000001";
	it("comes back as it was, whatever its bits", () => {
		for (const at of [0, -3.25, 12.345678, 1e-7, Date.parse("2026-03-02T09:00:00Z")])
			assert.deepEqual(readPlace(writePlace({ at, id })), { at, id });
	});
	it("is no place when somebody changed it", () => {
		for (const typed of ["", "x", "'; drop table", writePlace({ at: 1, id: "nobody" }), "a".repeat(200)])
			assert.equal(readPlace(typed), undefined);
	});
});
