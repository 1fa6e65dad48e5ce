import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { VARCHAR } from "@duckdb/node-api";
import { type Duck, openDuck } from "../engine/duck.ts";
import { compare } from "../engine/pairs.ts";
import { type Row, stock } from "../engine/records.ts";
import { score } from "../engine/score.ts";
import { fillPairs } from "../engine/verdictTable.ts";
import { atFirst, recallLearnt } from "../model/kept.ts";
import { readModel } from "../model/read.ts";
import { type SourceRecord, type StandardRecord, type TextField, textFields } from "../record.ts";
import { standardRecord } from "../standard/standard.ts";
import { judge } from "./judge.ts";
import { levelBetween } from "./levels.ts";
import { jaro, jaroWinkler, slipsBetween } from "./similar.ts";

let duck: Duck;
before(async () => {
	duck = await openDuck({ memory: 500, threads: 2 });
});
after(() => duck.close());

const model = readModel();
const learnt = recallLearnt(model, atFirst(), 150_000);

/** Names of few letters, so that they are often alike, with slips and swaps, and now and then of another alphabet. */
const word = fc.oneof(
	fc.string({ unit: fc.constantFrom(..."abcde"), minLength: 1, maxLength: 9 }),
	fc.constantFrom(
		"hartley",
		"hartely",
		"harltey",
		"william",
		"bill",
		"willaim",
		"ann",
		"anne",
		"ca",
		"abc",
		"josé@x",
		"o",
	),
);

describe("how alike two texts are", () => {
	it("is what the engine says", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(word, word), { minLength: 200, maxLength: 200 }), async (pairs) => {
				await duck.run("create or replace table alike(number integer, one varchar, other varchar)");
				const appender = await duck.connection.createAppender("alike");
				for (const [at, [one, other]] of pairs.entries()) {
					appender.appendInteger(at);
					for (const text of [one, other]) appender.appendValue(text, VARCHAR);
					appender.endRow();
				}
				appender.closeSync();
				const [near = [], plain = [], slips = []] = await duck.numbers(`select jaro_winkler_similarity(one, other),
					jaro_similarity(one, other), damerau_levenshtein(one, other) from alike order by number`);
				for (const [at, [one, other]] of pairs.entries()) {
					assert.ok(Math.abs(jaroWinkler(one, other) - (near[at] ?? -1)) < 1e-9, `near ${one} ${other} ${near[at]}`);
					assert.ok(Math.abs(jaro(one, other) - (plain[at] ?? -1)) < 1e-9, `jaro ${one} ${other} ${plain[at]}`);
					if (/^[\x00-\x7f]*$/.test(one + other)) assert.equal(slipsBetween(one, other), slips[at], `${one} ${other}`);
				}
			}),
			{ numRuns: 20 },
		);
	});
});

const some = (values: readonly string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const person = fc
	.record({
		given: some(["William", "Bill", "Wiliam", "W", "Ann", "Anne", "Hartley", "Margaret", "Zoë"]),
		surname: some(["Hartley", "Hartely", "Smith-Jones", "Jones", "Smith", "William", "van der Berg", "O'Brien"]),
		born: some(["1961-03-12", "1961-12-03", "1961-03-13", "1962-03-12", "1961-04-02", "31/02/1961", "2004-06-15"]),
		email: some(["w.hartley3@example.com", "w.hartley36@example.com", "wh@example.org", "WH@example.net"]),
		phone: some(["01632 960001", "01632 960010", "01632 960001", "07700 900123"]),
		number: some(["AB402713C", "AB402731C", "AB402713D", "CE987651D", "AB427013C"]),
		uprn: some(["100012345678", "0100012345678", "100012345679"]),
		house: some(["4", "4a", "14"]),
		street: some(["Mill Road", "Mill Rd", "Mil Road", "High Street"]),
		town: some(["Eastham", "Easthma", "Westerby"]),
		postcode: some(["ZA1 2AB", "za12ab", "ZA1 2AC", "ZA2 1AB"]),
		birthplace: some(["Leeds", "Leedes", "York"]),
		occupation: some(["Baker", "Smith"]),
		organisation: some(["Hartley & Sons", "Hartley and Sons Ltd", "Mill Stores"]),
	})
	.map((said): SourceRecord => Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)));

describe("two records judged alone", () => {
	it("agree on the level, and weigh the bits, that they do in a file of many", { timeout: 120_000 }, async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(person, { minLength: 60, maxLength: 60 }), async (people) => {
				const records = people.map(standardRecord);
				for (const table of ["record", "pairs", "levels", "weights"]) await duck.run(`drop table if exists ${table}`);
				const held = await stock(duck, model, rows(records));
				const pairs = records.flatMap((_, a) => records.slice(a + 1).map((__, b) => [a, a + 1 + b] as const));
				await fillPairs(duck, "pairs(a integer, b integer)", pairs);
				await compare(duck, model, "pairs", "levels", []);
				await score(duck, { model, learnt, stock: held, from: "levels", into: "weights", least: -1e9 });
				const each = model.comparisons.map((_, at) => `l${at}`).join(", ");
				const levels = await duck.numbers(`select a, b, ${each} from levels order by a, b`);
				const weights = await duck.numbers(
					`select weight, household, conflict::int, asks::int from weights order by a, b`,
				);
				const known = { model, learnt, records: records.length, held: heldIn(records) };
				for (const [at, [a, b]] of pairs.entries()) {
					const [one = {}, other = {}] = [records[a], records[b]];
					const says = JSON.stringify([one, other]);
					const ours = model.comparisons.map((comparison) => levelBetween(comparison, one, other) ?? -1);
					assert.deepEqual(
						ours,
						levels.slice(2).map((column) => column[at]),
						says,
					);
					const found = judge(known, one, other);
					assert.ok(Math.abs(found.weight - (weights[0]?.[at] ?? Number.NaN)) < 1e-4, `${found.weight} ${says}`);
					assert.deepEqual([found.conflict, found.asks], [weights[2]?.[at] === 1, weights[3]?.[at] === 1], says);
					const sum = found.findings.reduce((total, { bits }) => total + bits, 0);
					assert.ok(Math.abs(sum - found.weight) < 1e-6, "the findings add up to the weight");
				}
			}),
			{ numRuns: 6 },
		);
	});
});

async function* rows(records: readonly StandardRecord[]): AsyncGenerator<Row> {
	for (const [at, record] of records.entries()) yield { file: 0, id: String(at), record };
}

function heldIn(records: readonly StandardRecord[]): (field: TextField, value: string) => number | undefined {
	const counts = new Map<string, number>();
	for (const record of records)
		for (const field of textFields) {
			const key = `${field} ${record[field]}`;
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
	return (field, value) => counts.get(`${field} ${value}`);
}
