import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { modules } from "./house.ts";

const map = readFileSync(join(resolve(import.meta.dirname, ".."), "docs/maps/tables.txt"), "utf8");

/** The tables and their columns, as the map of the database has them. */
const tables = new Map(
	[...map.matchAll(/^table (\S+)\n((?: {2}.*\n?)*)/gm)].map(([, table = "", lines = ""]) => [
		table,
		lines
			.split("\n")
			.map((line) => line.trim().split(/\s+/)[0] ?? "")
			.filter((word) => word !== "" && !["constraint", "index", "trigger"].includes(word)),
	]),
);
const declared = new Set(
	modules.flatMap((module) => (module.personalData === "none" ? [] : module.personalData.map(({ table }) => table))),
);

/** What a column that says something of a person is called. */
const personal =
	/^(name|said|cells|given|surname|born|value|detail|evidence|.*_name|name_key|email.*|phone.*|address|postcode|uprn|latitude|answers|data|description|summary|note|words|text|html|body|subject|recipient|agent|customer_id|officer_id|actor_id|before|after|browser_hash)$/;

/** Columns of such a name that say nothing of anybody. */
const impersonal: Readonly<Record<string, string>> = {
	"platform.migration": "the names of migrations",
	"records.model": "the name of a model, and chances that are nobody's in particular",
	"requests.client": "the names of other systems",
	"requests.clock": "the words of a promise, from a service's definition",
	"services.version": "what a service asks, of nobody in particular",
	"staff.team": "the names of teams",
};

test("every table with personal data is declared by a module, so that erasure and subject access cannot forget it", () => {
	const forgotten = [...tables].filter(
		([table, columns]) =>
			!declared.has(table) && !Object.hasOwn(impersonal, table) && columns.some((column) => personal.test(column)),
	);
	assert.ok(tables.size > 20);
	assert.deepEqual(
		forgotten.map(([table]) => table),
		[],
	);
});

test("what is declared, or called impersonal, is a table that there is", () => {
	const gone = [...declared, ...Object.keys(impersonal)].filter((table) => !tables.has(table));
	assert.deepEqual(gone, []);
	assert.deepEqual(
		Object.keys(impersonal).filter((table) => declared.has(table)),
		[],
	);
});

test("what is declared says why, by which law and for how long", () => {
	for (const module of modules) {
		if (module.personalData === "none") continue;
		for (const { table, what, purpose, basis, kept } of module.personalData)
			for (const words of [what, purpose, basis, kept]) assert.ok(words.length > 5, table);
	}
});
