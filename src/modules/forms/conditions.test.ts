import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compileCondition } from "./conditions.ts";
import { everyKindForm } from "./everyKind.test-data.ts";
import { treeForm } from "./testing.ts";

const about = (source: string) => compileCondition(source, treeForm.names);

describe("Conditions", () => {
	it("are true or false of what a customer answered", () => {
		assert.equal(about('danger == "yes"')({ danger: "yes" }), true);
		assert.equal(about('"road" in blocks && lane == "both"')({ blocks: ["road", "path"], lane: "both" }), true);
		assert.equal(about("height > 20")({ height: 20.5 }), true);
		assert.equal(about("height == 20")({ height: 20 }), true);
		assert.equal(
			about('where.ward == "W1" || where.postcode.startsWith("AB")')({ where: { postcode: "AB1 1AA" } }),
			true,
		);
		assert.equal(about("size(photos) > 1")({ photos: [{ fileId: "1", name: "a" }] }), false);
		assert.equal(about('blocks.exists(b, b == "road")')({ blocks: ["road"] }), true);
		assert.equal(
			about('home.town == "York"')({ home: { lines: ["1 High Street"], town: "York", postcode: "AB1 1AA" } }),
			true,
		);
	});

	it("take a question without an answer, or with one of another version's kind, as not answered", () => {
		for (const answers of [{}, { danger: 5, blocks: "road", where: "there", height: ["x"], home: [] }]) {
			assert.equal(about('danger == "yes"')(answers), false);
			assert.equal(about('"road" in blocks')(answers), false);
			assert.equal(about("height > 0")(answers), false);
			assert.equal(about('where.ward == "W1"')(answers), false);
			assert.equal(about('home.town == "York"')(answers), false);
		}
	});

	it("are refused in a sentence when they name what is not there", () => {
		assert.throws(() => about('dangr == "yes"'), /No question before it is called “dangr”/);
		assert.throws(() => about('danger == "maybe"'), /“maybe” is not an answer to “danger”; its answers are yes, no/);
		assert.throws(() => about('"lorry" in blocks'), /“lorry” is not an answer/);
		assert.throws(() => about('lane in ["near", "far"]'), /“far” is not an answer/);
		assert.throws(() => about('where.county == "x"'), /It asks for “county”/);
		assert.throws(() => about("danger + 1 == 2"), /“\+” cannot be asked of words and a number/);
		assert.throws(() => about("danger"), /gives words, not true or false/);
		assert.throws(() => about("danger =="), /Unexpected token/);
	});

	it("are refused when they could fail on some answer", () => {
		assert.throws(() => about('blocks[0] == "road"'), /could fail/);
		assert.throws(() => about("int(more) > 2"), /could fail/);
		assert.throws(() => about('more.matches("(a+)+b")'), /could fail/);
		assert.throws(() => about("height / 0.0 > 1.0"), /could fail/);
	});

	it("know which questions they ask about", () => {
		assert.deepEqual(about('danger == "yes" || height > 3').names, ["danger", "height"]);
	});
});

describe("Conditions over every kind", () => {
	const of = (source: string) => compileCondition(source, everyKindForm.names);

	it("see money in pounds, and what is chosen, agreed to or added", () => {
		assert.equal(of("income > 1000.0")({ income: 100_001 }), true);
		assert.equal(of("income == 12.5")({ income: 1250 }), true);
		assert.equal(of('country == "wales"')({ country: "wales" }), true);
		assert.equal(of('agree == "yes"')({ agree: "yes" }), true);
		assert.equal(of("size(proof) > 0")({ proof: [{ fileId: "1", name: "payslip.pdf" }] }), true);
		assert.equal(of('house.uprn != ""')({ house: { lines: ["1"], town: "", postcode: "", uprn: "100" } }), true);
		assert.equal(of('spot.asset == "12"')({ spot: { street: "High Street", asset: "12" } }), true);
		assert.equal(of('account.roll == ""')({ account: { name: "Jo", sortCode: "1", accountNumber: "2" } }), true);
		assert.equal(of('car.startsWith("AB") && nino != ""')({ car: "AB12 CDE", nino: "JG103759A" }), true);
	});

	it("take an answer of another kind as none", () => {
		const odd = { income: "a lot", house: "here", spot: { sortCode: "x" }, account: { lines: [] }, proof: 3 };
		for (const source of [
			"income > 0.0",
			'house.town != ""',
			'spot.street != ""',
			'account.name != ""',
			"size(proof) > 0",
		]) {
			assert.equal(of(source)(JSON.parse(JSON.stringify(odd))), false, source);
		}
	});

	it("are refused over what asks nothing, and over what is not in a list", () => {
		assert.throws(() => of('rules == ""'), /No question before it is called “rules”/);
		assert.throws(() => of('country == "france"'), /“france” is not an answer to “country”/);
		assert.throws(() => of('agree == "no"'), /“no” is not an answer to “agree”/);
		assert.throws(() => of('income == "1"'), /No such overload|wrong/);
	});
});
