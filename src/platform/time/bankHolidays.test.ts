import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { z } from "zod";
import { elsewhereInTheUk, england, firstYear, lastYear } from "./bankHolidays.ts";

// Reference data may be kept beside a checkout, or where SHARED_DATA says: the government's own file as alphagov publishes it.
const folder = process.env["SHARED_DATA"] ?? join(import.meta.dirname, "../../../../shared/data");
const file = join(folder, "reference/bank_holidays.json");

const File = z.object({
	divisions: z.record(z.string(), z.record(z.string(), z.union([z.string(), z.array(z.object({ date: z.string() }))]))),
});

test("our bank holidays are the government's", {
	skip: !existsSync(file) && "the government's file is not here",
}, () => {
	const text = readFileSync(file, "utf8");
	const ours = new Set(england.map(([date]) => date));
	const elsewhere = new Set(elsewhereInTheUk.map(([date]) => date));
	const published = { england: new Set<string>(), elsewhere: new Set<string>() };
	for (const [division, years] of Object.entries(File.parse(JSON.parse(text)).divisions)) {
		for (const [year, events] of Object.entries(years)) {
			if (typeof events === "string" || Number(year) < firstYear || Number(year) > lastYear) continue;
			const dates = events.map(({ date }) => date.split("/").reverse().join("-"));
			for (const date of dates) published[division.includes("england") ? "england" : "elsewhere"].add(date);
		}
	}
	assert.deepEqual([...ours].sort(), [...published.england].sort());
	// Scotland keeps no Easter Monday and has its own summer day, so only what England lacks is "elsewhere".
	assert.deepEqual([...elsewhere].sort(), [...published.elsewhere.difference(ours)].sort());
});
