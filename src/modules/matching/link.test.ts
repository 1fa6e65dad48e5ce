import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { cardOf } from "./card/card.ts";
import { chartOf } from "./card/chart.ts";
import { evaluate } from "./evaluate.ts";
import type { Judged } from "./engine/judged.ts";
import type { Linked, Partners } from "./link.ts";
import { linkFiles } from "./linkFiles.ts";
import { readModel } from "./model/read.ts";
import { smallTown } from "./testing.ts";

const folder = mkdtempSync(join(tmpdir(), "frontdoor-link-"));
const found = z.array(
	z.looseObject({ id_a: z.string(), id_b: z.string(), probability: z.coerce.number(), weight: z.coerce.number() }),
);
const { link: linkAt } = readModel().thresholds;
let runs = 0;

type Run = { linked: Linked; out: string; probability: (one: string, other: string) => number; text: string };

async function linkTexts(
	texts: readonly string[],
	partners: Partners = "many-to-many",
	map: Record<string, string> = {},
	judged: readonly Judged[] = [],
): Promise<Run> {
	const paths = texts.map((text, at) => {
		const path = join(folder, `${++runs}-${at}.csv`);
		writeFileSync(path, text);
		return path;
	});
	const out = join(folder, `${runs}-pairs.csv`);
	const given = {
		model: readModel(),
		out,
		partners,
		memory: 500,
		threads: 2,
		map,
		judged,
		leaveOut: false,
		say: () => {},
	};
	const linked = await linkFiles(paths, given);
	const text = readFileSync(out, "utf8");
	const pairs = found.parse(parse(text, { columns: true }));
	const probability = (one: string, other: string) =>
		pairs.find(({ id_a, id_b }) => (id_a === one && id_b === other) || (id_a === other && id_b === one))?.probability ??
		0;
	return { linked, out, probability, text };
}

const head = "id,first_name,surname,dob,house_number,street,postcode,phone,email,nino";
/** Someone who stands in the file in many ways, among the people of a small town. */
const cases = [
	"will1,William,Hartley,1961-03-12,4,Mill Road,ZA1 2AB,01632960001,will.hartley@example.com,",
	"will2,Bill,HARTLEY,12/03/1961,4,Mill Rd,za12ab,,will.hartley@example.com,",
	"will3,Hartley,William,1961-12-03,4,Mill Road,ZA1 2AB,01632 960001,,",
	"son,William,Hartley,1989-07-30,4,Mill Road,ZA1 2AB,01632960001,,",
	"wife,Joan,Hartley,1963-05-02,4,Mill Road,ZA1 2AB,01632960001,,",
	"twin1,Adam,Ruskin,2004-06-15,9,Low Lane,ZA2 3CD,01632960002,,",
	"twin2,Esther,Ruskin,2004-06-15,9,Low Lane,ZA2 3CD,01632960002,,",
	"clash1,Mary,Oldroyd,1955-09-09,7,High Street,ZA3 4EF,01632960003,,AB402713C",
	"clash2,Mary,Oldroyd,1955-09-09,7,High Street,ZA3 4EF,01632960003,,CE987651D",
];
const town = smallTown(400);
const one = await linkTexts([[head, ...cases, ...town.lines].join("\n")]);

test("one person is found under a short name, in capitals, with names and dates the wrong way round", () => {
	assert.ok(one.probability("will1", "will2") >= linkAt);
	assert.ok(one.probability("will1", "will3") >= 0.9);
});

test("a father and a son of one name are not linked without asking, husband and wife are not even asked about", () => {
	for (const id of ["will1", "will2", "will3"]) {
		assert.ok(one.probability(id, "son") < linkAt, `${id} and son`);
		assert.ok(one.probability(id, "wife") < 0.5, `${id} and wife`);
	}
});

test("twins are not linked without asking", () => {
	assert.ok(one.probability("twin1", "twin2") < linkAt);
});

test("two National Insurance numbers are two people until a person says otherwise", () => {
	assert.ok(one.probability("clash1", "clash2") < linkAt);
	assert.ok(one.probability("clash1", "clash2") >= 0.5, "a person is asked");
});

test("each pair says what every comparison speaks for, and the sum is its weight", () => {
	const [line] = z.array(z.record(z.string(), z.string())).parse(parse(one.text, { columns: true }));
	const columns = ["given", "surname", "swapped", "born", "number", "email", "phone", "address", "household"];
	assert.deepEqual(Object.keys(line ?? {}), ["id_a", "id_b", "probability", "weight", ...columns]);
	const sum = columns.reduce((total, column) => total + Number(line?.[column] ?? 0), cardOf(one.linked).prior);
	assert.ok(Math.abs(sum - Number(line?.["weight"])) < 0.1, `${sum} is not ${line?.["weight"]}`);
});

test("a small town's doubles are found, nearly all and nearly only", async () => {
	const truth = join(folder, "truth.csv");
	writeFileSync(truth, ["id_a,id_b", ...town.pairs].join("\n"));
	const small = await linkTexts([[head, ...town.lines].join("\n")]);
	const { at, best } = await evaluate(small.out, truth, { columns: {}, note: () => {} });
	assert.ok(best.f1 > 0.95, `F1 ${best.f1}`);
	const alone = at.find(({ threshold }) => threshold === linkAt);
	assert.ok((alone?.precision ?? 0) >= 0.99, `precision ${alone?.precision}`);
	const again = await linkTexts([[head, ...town.lines].join("\n")]);
	assert.equal(again.text, small.text, "the same file always gives the same pairs");
});

test("what people say of pairs is learnt from: that those who moved are one, or that they are two", async () => {
	const moved = new Set(town.lines.filter((line) => line.includes("Elsewhere")).map((line) => line.split(",")[0]));
	const pairs = town.pairs.map((pair) => pair.split(",")).filter(([, copy]) => moved.has(copy));
	assert.ok(pairs.length > 10);
	const weightWhen = async (same: boolean | undefined) => {
		const judged = same === undefined ? [] : pairs.map(([a = "", b = ""]) => ({ a, b, same }));
		const { linked } = await linkTexts([[head, ...town.lines].join("\n")], "many-to-many", {}, judged);
		const address = cardOf(linked).comparisons.find(({ name }) => name === "address");
		return address?.levels.at(-1)?.weight ?? 0;
	};
	const [one, untold, two] = [await weightWhen(true), await weightWhen(undefined), await weightWhen(false)];
	assert.ok(one >= untold - 0.01 && untold > two + 1, `${one}, ${untold}, ${two} bits for another address`);
});

test("two files are linked with each other and not within themselves, one to one when asked", async () => {
	const first = [head, ...cases.slice(0, 1), ...cases.slice(5, 7), ...town.lines.slice(0, 200)].join("\n");
	const copies = town.lines.slice(0, 200).map((line) => `x${line}`);
	const second = [head, cases[1], "will4,William,Hartley,1961-03-12,4,Mill Road,ZA1 2AB,,,", ...copies].join("\n");
	const many = await linkTexts([first, second]);
	assert.ok(many.probability("will1", "will2") >= linkAt && many.probability("will1", "will4") >= linkAt);
	assert.equal(many.probability("twin1", "twin2"), 0);
	const single = await linkTexts([first, second], "one-to-one");
	assert.equal(
		[single.probability("will1", "will2"), single.probability("will1", "will4")].filter((chance) => chance > 0).length,
		1,
	);
});

test("two files may call their columns differently", async () => {
	const first = [head, ...cases.slice(0, 1), ...town.lines.slice(0, 100)].join("\n");
	const second = [head.replace("surname", "NAME2"), ...cases.slice(1, 2), ...town.lines.slice(100, 200)].join("\n");
	const { probability } = await linkTexts([first, second], "many-to-many", { "b.surname": "NAME2" });
	assert.ok(probability("will1", "will2") >= linkAt);
	await assert.rejects(linkTexts([first, second], "many-to-many", { surname: "NAME2" }), /has no column “NAME2”/);
});

test("a file in which nothing is alike gives no pairs", async () => {
	const none = await linkTexts([`${head}\na,Ann,Lee,1980-01-02,,,,,,\nb,Bob,Ray,1950-11-30,,,,,,\n`]);
	assert.equal(none.text.trim().split("\n").length, 1);
});

test("what was learnt is a card, and a picture of it that stands alone", () => {
	const card = cardOf(one.linked);
	const same = card.comparisons.find(({ name }) => name === "born")?.levels[0];
	assert.ok((same?.weight ?? 0) > 5, "the same date of birth speaks for one person");
	const picture = chartOf({ ...card, says: "R & <B>" });
	assert.match(picture, /^<svg[^>]+role="img"/);
	assert.match(picture, /R &amp; &lt;B>/);
	assert.equal(picture.match(/<rect/g)?.length, 1 + card.comparisons.flatMap(({ levels }) => levels).length);
});
