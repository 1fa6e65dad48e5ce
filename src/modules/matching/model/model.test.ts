import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { openDuck } from "../engine/duck.ts";
import { againstBothSql, raritySql } from "../engine/score.ts";
import { againstBoth, rarity } from "../rules/weights.ts";
import { standardRecord } from "../standard/standard.ts";
import type { SourceRecord } from "../record.ts";
import { textFields } from "../record.ts";
import { readModel } from "./read.ts";
import { levelOf, pairColumns } from "./sql.ts";

const model = readModel();

/** What a comparison of the model says of two records, in its own words. */
async function levelSaid(name: string, one: SourceRecord, other: SourceRecord): Promise<string | undefined> {
	const comparison = model.comparisons.find((each) => each.name === name);
	assert.ok(comparison);
	const duck = await openDuck({ memory: 200, threads: 1 });
	const row = (record: SourceRecord) => {
		const standard = standardRecord(record);
		const cells = textFields.map((field) =>
			standard[field] === undefined ? `null::varchar as ${field}` : `'${standard[field]}' as ${field}`,
		);
		const born = standard.born === undefined ? "null" : `'${standard.born}'`;
		return `(select ${cells.join(", ")}, date_diff('day', date '1900-01-01', try_strptime(${born}, '%Y%m%d')::date) as bornDay)`;
	};
	const [level] = await duck.numbers(
		`select ${levelOf(comparison)} from (select ${pairColumns(model).join(", ")} from ${row(one)} a, ${row(other)} b)`,
	);
	duck.close();
	return comparison.levels[level?.[0] ?? -1]?.says;
}

test("names agree in steps", async () => {
	const given = (one: string, other: string) => levelSaid("given", { given: one }, { given: other });
	assert.equal(await given("Ann", "ANN"), "the same");
	assert.equal(await given("Bill", "William"), "a short form");
	assert.equal(await given("Jonathan", "Jonathen"), "nearly the same");
	assert.equal(await given("J", "Jonathan"), "an initial");
	assert.equal(await given("Ann", "Boris"), "different");
	assert.equal(await given("Ann", ""), undefined);
	const surname = (one: string, other: string) => levelSaid("surname", { surname: one }, { surname: other });
	assert.equal(await surname("Smith-Jones", "Jones"), "half of a double name");
	assert.equal(await surname("van der Berg", "Vanderberg"), "the same");
});

test("names in each other's place are seen once, and not counted as different besides", async () => {
	const [one, other] = [
		{ given: "Ann", surname: "Lee" },
		{ given: "Lee", surname: "Ann" },
	];
	assert.equal(await levelSaid("swapped", one, other), "both");
	assert.equal(await levelSaid("given", one, other), undefined);
	assert.equal(await levelSaid("swapped", { surname: "Lee" }, other), "one of them");
	assert.equal(
		await levelSaid("swapped", { given: "James", surname: "James" }, { given: "James", surname: "James" }),
		"not so",
	);
});

test("dates of birth agree in steps", async () => {
	const born = (one: string, other: string) => levelSaid("born", { born: one }, { born: other });
	assert.equal(await born("1984-02-29", "29 Feb 1984"), "the same");
	assert.equal(await born("1984-02-03", "1984-03-02"), "day and month swapped");
	assert.equal(await born("1984-02-03", "1984-02-08"), "one slip");
	assert.equal(await born("1984-02-12", "1984-02-21"), "one slip");
	assert.equal(await born("1984-02-03", "1984-02-28"), "two of its parts");
	assert.equal(await born("1984-02-28", "1984-03-14"), "within a month");
	assert.equal(await born("1984-02-28", "1959-07-14"), "different");
});

test("addresses agree in steps", async () => {
	const home = { house: "4", street: "Mill Road", postcode: "ZA1 2AB", town: "Eastham" };
	assert.equal(await levelSaid("address", home, { ...home, street: "Mill Rd" }), "the same house and postcode");
	assert.equal(await levelSaid("address", home, { ...home, postcode: "" }), "the same house and street");
	assert.equal(await levelSaid("address", home, { postcode: "za12ab" }), "the same postcode");
	assert.equal(await levelSaid("address", home, { postcode: "ZA1 2AD", town: "Eastham" }), "a slip in the postcode");
	assert.equal(await levelSaid("address", home, { postcode: "ZA1 9XY" }), "the same district");
	assert.equal(await levelSaid("address", home, { email: "a.b@example.com" }), undefined);
});

test("two addresses of one name that differ in a number prove nothing", async () => {
	const john = (email: string) => ({ given: "John", surname: "Smith", email });
	assert.equal(await levelSaid("email", john("john.smith35@example.com"), john("john.smith62@example.com")), undefined);
	assert.equal(
		await levelSaid("email", john("john.smith35@example.com"), john("jon.smith35@example.com")),
		"nearly the same",
	);
	assert.equal(
		await levelSaid("email", john("john.smith35@example.com"), john("john.smith35@example.org")),
		"the same mailbox",
	);
});

test("slips in a number are counted whether letters were changed, swapped or lost", async () => {
	const number = (one: string, other: string) => levelSaid("number", { number: one }, { number: other });
	assert.equal(await number("JG103759A", "JG103795A"), "one slip");
	assert.equal(await number("JG103759A", "JG103758A"), "one slip");
	assert.equal(await number("JG103759A", "JG10375A"), "one slip");
	assert.equal(await number("JG103759A", "JG203859A"), "two slips");
	assert.equal(await number("JG103759A", "ZZ999998Z"), "different");
});

test("the engine reckons as the rules do", async () => {
	const duck = await openDuck({ memory: 200, threads: 1 });
	for (const [u, held, all] of [
		[0.0031, 57, 20_000],
		[0.5, 2, 10],
		[1e-6, 2, 1_000_000],
	] as const) {
		const [engine] = await duck.numbers(`select ${raritySql(u, "held", all)} from (select ${held} as held)`);
		assert.ok(Math.abs((engine?.[0] ?? 0) - rarity(u, held, all)) < 1e-9);
	}
	for (const [strangers, household] of [
		[30, 1],
		[-3, 5],
		[60, 60],
		[-80, 40],
	] as const) {
		const [engine] = await duck.numbers(
			`select ${againstBothSql("s", "h")} from (select ${strangers} as s, ${household} as h)`,
		);
		assert.ok(Math.abs((engine?.[0] ?? 0) - againstBoth(strangers, household)) < 1e-9);
	}
	duck.close();
});

test("a file that is no model is told what is wrong with it", () => {
	const path = join(mkdtempSync(join(tmpdir(), "frontdoor-model-")), "model.yaml");
	const text = readFileSync(join(import.meta.dirname, "residents.yaml"), "utf8");
	writeFileSync(path, text.replace("when: { same: born }", "when: { same: shoes }"));
	assert.throws(() => readModel(path), /is no model/);
	writeFileSync(path, text.replace("  link: 0.99", "  link: 0.4"));
	assert.throws(() => readModel(path), /at most/);
});
