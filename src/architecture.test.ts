import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { roomOf } from "./floors.ts";
import { tablesNamed } from "./tablesNamed.ts";

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

/** Every table and view of the database, as the types name them, and whose room its schema is. */
const tables = [...textOf("src/platform/db/tables.ts").matchAll(/^\t"([a-z]+\.[a-z_]+)": /gm)].map(
	([, name = ""]) => name,
);
const roomOfSchema: Record<string, string> = {
	audit: "platform",
	auth: "platform",
	events: "platform",
	files: "platform",
	platform: "platform",
	demo: "connectors",
};

/** Tables that a file names and should not: another room's, unless it is a view or is said to hold what is known of people. */
function othersTables(path: string, source: string): string[] {
	const room = roomOf(path)?.room;
	return tablesNamed(source.replace(/^\s*table: "[a-z_.]+",$/gm, ""), tables)
		.filter((name) => !name.endsWith("_view") && (roomOfSchema[schemaOf(name)] ?? schemaOf(name)) !== room)
		.map((name) => `${path} names ${name}`);
}

function schemaOf(name: string): string {
	return name.split(".")[0] ?? "";
}

/** With a reason each; a line that is no longer needed fails. */
const mayName = [
	// The name of a photo, in the one query that makes a page; all else about files is asked of them.
	"src/modules/requests/queries/request.ts names files.file",
	"src/modules/requests/queries/track.ts names files.file",
	// Lets those who heard nothing while the demonstration was made hear it at the time that it happened.
	"src/demo/index.ts names events.event",
	// Hostile text is typed into forms and runs nowhere.
	"src/platform/formats/hostile.ts names forms.draft",
	"src/hostileTexts.ts names requests.request",
];

test("a module reads another's tables only through its views", () => {
	assert.ok(tables.length > 20);
	// What tests look at may be anywhere in the database.
	const written = code.filter((path) => path !== "src/platform/db/tables.ts" && !/(^|[/.])testing\.ts$/.test(path));
	const wrong = written.flatMap((path) => othersTables(path, textOf(path)));
	assert.deepEqual(wrong.toSorted(), mayName.toSorted());
});

test("another's table is found however it is written", () => {
	const planted = [
		"sql`select 1 from requests.request r`",
		"sql`SELECT 1 FROM staff.officer_view, REQUESTS.REQUEST`",
		'sql`delete from "requests"."request"`',
		"sql`merge into requests . request using x`",
		'db.selectFrom("requests.request as r").select("r.id")',
		"db.selectFrom(['staff.team_view', 'requests.request'])",
		'db.updateTable("requests.request").set({ stage: "x" })',
		'sql`truncate ${sql.table("requests.request")}`',
		'sql`select from ${sql.id("requests", "request")}`',
	];
	for (const source of planted) {
		assert.deepEqual(othersTables("src/modules/messages/queries.ts", source), [
			"src/modules/messages/queries.ts names requests.request",
		]);
		assert.deepEqual(othersTables("src/modules/requests/queries/queue.ts", source), []);
	}
	const apart = 'db.withSchema("requests").selectFrom("request")';
	assert.deepEqual(othersTables("src/modules/messages/queries.ts", apart), ["src/modules/messages/queries.ts names *"]);
	for (const source of [
		"sql`select 1 from requests.request_view`",
		"// A row of requests.request.",
		"/** As in\n * requests.request. */",
	])
		assert.deepEqual(othersTables("src/modules/messages/queries.ts", source), []);
});

test("only the database's own room and tests know its table types", () => {
	const wrong = code.filter(
		(path) => !path.startsWith("src/platform/db/") && importsOf(path).includes("src/platform/db/tables.ts"),
	);
	assert.deepEqual(wrong, []);
});

test("SQL stands in neither routes nor views, and a view waits for nothing", () => {
	const faces = code.filter((path) => /(^|[/.])(routes|views)\.ts$/.test(path));
	assert.ok(faces.length > 20);
	const sql = /\b(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql`|\.transaction\(|from "kysely"/;
	assert.deepEqual(
		faces.filter((path) => sql.test(textOf(path))),
		[],
	);
	assert.deepEqual(
		faces.filter((path) => path.endsWith("views.ts") && /\basync\b|\bawait\b|: Promise</.test(textOf(path))),
		[],
	);
});

test("files are named after nouns, and the routes of a module after who they are for", () => {
	const rooms = sources.filter((path) => /^src\/(modules|sites|connectors)\//.test(path));
	const noun = /\/[a-z][A-Za-z0-9]*(\.(routes|views|pack))?(\.(test|test-data|child|d))?\.ts$/;
	const vague = /(service|manager|helper|util|handler|common|misc|base|dto)s?\.ts$/i;
	assert.deepEqual(
		rooms.filter((path) => !noun.test(path) || (vague.test(path) && path !== "src/modules/services/service.ts")),
		[],
	);
	const routes = rooms.filter((path) => /^src\/modules\/[^/]+\/[^/]*routes\.ts$/.test(path));
	assert.deepEqual(
		routes.filter((path) => !/\/(public|account|desk|api)\.routes\.ts$/.test(path)),
		[],
	);
});

test("a door has at most forty-five names", () => {
	const namesOf = (path: string) =>
		[...textOf(path).matchAll(/^export \{([^}]*)\}|^export (?:async )?(?:const|function|class) \w+/gms)].flatMap(
			([, listed]) =>
				listed === undefined
					? ["one"]
					: listed.split(",").filter((name) => name.trim() !== "" && !/^\s*type\s/.test(name)),
		);
	const doors = sources.filter((path) => /^src\/(modules|platform)\/[^/]+\/index\.ts$/.test(path));
	assert.ok(doors.length > 15);
	assert.deepEqual(
		doors.map((path) => `${path} has ${namesOf(path).length}`).filter((line) => Number(line.split(" ").at(-1)) > 45),
		[],
	);
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
