import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { roomOf } from "./floors.ts";

const root = resolve(import.meta.dirname, "..");
const sources = filesIn(join(root, "src")).filter((path) => path.endsWith(".ts"));
const code = sources.filter((path) => !path.endsWith(".test.ts"));
const text = new Map(sources.map((path) => [path, readFileSync(join(root, path), "utf8")]));

function filesIn(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function textOf(path: string): string {
	return text.get(path) ?? "";
}

/** What a file imports from inside the house, as paths from the root. */
function importsOf(path: string): string[] {
	const found = textOf(path).matchAll(/^(?:import|export)\s[^;]*?from\s+"(\.[^"]+)"|import\(\s*"(\.[^"]+)"\s*\)/gms);
	return [...found].map(([, still, later]) => relative(root, resolve(root, dirname(path), still ?? later ?? "")));
}

test("every file stands in a room of the house", () => {
	const outside = sources.filter((path) => path !== "src/architecture.test.ts" && !roomOf(path));
	assert.deepEqual(outside, []);
});

test("an import goes down, never up, never along", () => {
	const wrong: string[] = [];
	for (const path of code) {
		const from = roomOf(path);
		for (const target of importsOf(path)) {
			const to = roomOf(target);
			if (!from || !to || from.room === to.room) continue;
			if (to.floor >= from.floor) wrong.push(`${path} imports ${target}`);
		}
	}
	assert.deepEqual(wrong, []);
});

test("others come into a module by its door only", () => {
	const wrong: string[] = [];
	for (const path of sources) {
		const from = roomOf(path);
		for (const target of importsOf(path)) {
			const module = /^src\/modules\/([^/]+)\/(.+)$/.exec(target);
			if (module && module[1] !== from?.room && module[2] !== "index.ts") wrong.push(`${path} imports ${target}`);
		}
	}
	assert.deepEqual(wrong, []);
});

test("every import is of a file that is there", () => {
	const missing = sources.flatMap((path) =>
		importsOf(path)
			.filter((target) => !existsSync(join(root, target)))
			.map((target) => `${path} imports ${target}`),
	);
	assert.deepEqual(missing, []);
});

test("a module reads another's tables only through its views", () => {
	const schemas = new Set(
		code.map((path) => /^src\/modules\/([^/]+)\//.exec(path)?.[1]).filter((name) => name !== undefined),
	);
	const wrong: string[] = [];
	for (const path of code) {
		const room = roomOf(path)?.room;
		// What the tests of the whole program look at may be anywhere in the database.
		if (!room || path.endsWith("db/tables.ts") || /^src\/\w+\.testing\.ts$/.test(path)) continue;
		for (const [whole, schema = "", table = ""] of textOf(path).matchAll(/\b([a-z]+)\.([a-z]+(?:_[a-z]+)*)\b/g)) {
			const inSql = new RegExp(
				`(?:from|join|into|update|selectFrom\\(|Join\\(|insertInto\\(|updateTable\\(|deleteFrom\\()\\s*["'\`]?${schema}\\.${table}\\b`,
			);
			if (!schemas.has(schema) || schema === room || table.endsWith("_view")) continue;
			if (inSql.test(textOf(path))) wrong.push(`${path} reads ${whole}`);
		}
	}
	assert.deepEqual([...new Set(wrong)], []);
});

test("rules know neither the clock, nor the database, nor the network", () => {
	const pure = code.filter((path) => /\/rules(\.ts$|\/)/.test(path));
	const wrong = pure.filter((path) =>
		/\bnew Date\(\)|Date\.now\(|\bfetch\(|from "kysely"|from "pg"|\basync\b/.test(textOf(path)),
	);
	assert.deepEqual(wrong, []);
});

test("time enters through the context and nowhere else in a module", () => {
	const wrong = code.filter(
		(path) => path.startsWith("src/modules/") && /\bnew Date\(\)|Date\.now\(/.test(textOf(path)),
	);
	assert.deepEqual(wrong, []);
});

test("no council's name stands in the source", () => {
	const names = readdirSync(join(root, "packs")).flatMap((pack) => {
		const council: unknown = parse(readFileSync(join(root, "packs", pack, "council.yaml"), "utf8"));
		const said = council !== null && typeof council === "object" ? Object.values(council) : [];
		const name = said.find((value): value is string => typeof value === "string") ?? pack;
		return [pack, pack.replaceAll("-", " "), name.replace(/\s+(Borough |City |County |District )?Council$/i, "")];
	});
	assert.ok(names.length >= 3);
	const wrong = sources.flatMap((path) =>
		names
			.filter((name) => textOf(path).toLowerCase().includes(name.toLowerCase()))
			.map((name) => `${path} says ${name}`),
	);
	// The default of the setting that chooses the pack is the one place that must name one.
	assert.deepEqual(
		wrong.filter((line) => !line.startsWith("src/platform/config/config.ts")),
		[],
	);
});

test("no service's name stands in the source", () => {
	const ids = readdirSync(join(root, "packs")).flatMap((pack) =>
		readdirSync(join(root, "packs", pack, "services")).map((file) => file.replace(/\.yaml$/, "")),
	);
	assert.ok(ids.length >= 5);
	const wrong = code.flatMap((path) =>
		ids.filter((id) => textOf(path).includes(`"${id}"`)).map((id) => `${path} says ${id}`),
	);
	assert.deepEqual(wrong, []);
});

test("nothing switches the compiler off", () => {
	const wrong = code.filter((path) => /@ts-ignore|@ts-expect-error|\bas any\b|: any\b/.test(textOf(path)));
	assert.deepEqual(wrong, []);
});

test("no file is longer than four hundred lines", () => {
	const long = sources.filter((path) => !path.endsWith("db/tables.ts") && textOf(path).split("\n").length > 400);
	assert.deepEqual(long, []);
});

test("every module has a door and says what it is", () => {
	const modules = readdirSync(join(root, "src/modules"));
	const missing = modules.flatMap((name) =>
		["index.ts", "README.md"]
			.filter((file) => !existsSync(join(root, "src/modules", name, file)))
			.map((file) => `${name}/${file}`),
	);
	assert.deepEqual(missing, []);
	const long = modules.filter((name) => {
		const readme = join(root, "src/modules", name, "README.md");
		return existsSync(readme) && readFileSync(readme, "utf8").split("\n").length > 41;
	});
	assert.deepEqual(long, []);
});

test("the network is touched only from jobs and connectors", () => {
	const wrong = code.filter(
		(path) =>
			/^src\/(modules|sites)\//.test(path) &&
			/\bfetch\(|from "node:(net|http|https|tls)"/.test(textOf(path)) &&
			!/\/jobs(\.ts$|\/)/.test(path),
	);
	assert.deepEqual(wrong, []);
});
