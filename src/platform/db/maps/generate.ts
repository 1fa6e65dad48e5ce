/**
 * Writes `tables.ts` and `docs/maps/tables.txt` from the migrations. With `--check` it writes nothing, and ends with 1
 * when either is not as it would be written.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { tableMapFile, tableTypesFile } from "../folders.ts";
import { cloneDatabase } from "../testing.ts";
import { readCatalogue } from "./catalogue.ts";
import { writeMap } from "./map.ts";
import { writeTypes } from "./types.ts";

await using database = await cloneDatabase();
const tables = await readCatalogue(database.pool);
const files = [
	[tableTypesFile, writeTypes(tables)],
	[tableMapFile, writeMap(tables)],
] as const;

for (const [file, text] of files) {
	if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
	const name = relative(process.cwd(), file);
	if (process.argv.includes("--check")) {
		console.error(`${name} is stale: run "node src/platform/db/maps/generate.ts" and look at what changed.`);
		process.exitCode = 1;
	} else {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
		console.log(`Wrote ${name}`);
	}
}
