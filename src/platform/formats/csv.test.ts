import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parse } from "csv-parse/sync";
import { csvOf } from "./csv.ts";

describe("a table for spreadsheets", () => {
	it("gives back what was put in, with quotes, commas and lines", () => {
		const csv = csvOf(
			["What", "Why"],
			[
				['a "quote", and a comma', ["one", "two"]],
				[3, true],
				[null, "Zoë"],
			],
		);
		assert.ok(csv.startsWith("\uFEFF"));
		assert.deepEqual(parse(csv, { bom: true }), [
			["What", "Why"],
			['a "quote", and a comma', "one\ntwo"],
			["3", "yes"],
			["", "Zoë"],
		]);
	});

	it("never begins a cell as a formula does", () => {
		for (const cell of ['=HYPERLINK("x")', "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1"]) {
			const [[given = ""] = []] = parse(csvOf(["What"], [[cell]]), { bom: true, from: 2 });
			assert.ok(given.startsWith("'"), given);
			const [[listed = ""] = []] = parse(csvOf(["What"], [[[cell, "x"]]]), { bom: true, from: 2 });
			assert.ok(listed.startsWith("'"), listed);
		}
	});
});
