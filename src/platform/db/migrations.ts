/** The migration files: plain SQL, numbered without gaps, never changed once they have run. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string };

const shape = /^(\d{4})_[a-z][a-z0-9_]*\.sql$/;

/** All migrations of a folder, in order. Throws with a sentence when a name or a number is wrong. */
export function readMigrations(folder: string): Migration[] {
	return migrationNames(folder).map((name) => {
		const sql = readFileSync(join(folder, name), "utf8");
		return { name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
	});
}

/** Their file names, in order. */
export function migrationNames(folder: string): string[] {
	const names = readdirSync(folder)
		.filter((name) => name.endsWith(".sql"))
		.toSorted();
	for (const [index, name] of names.entries()) checkName(name, index + 1, names[index - 1]);
	return names;
}

function checkName(name: string, expected: number, previous: string | undefined): void {
	const number = shape.exec(name)?.[1];
	if (number === undefined) {
		throw new Error(`The migration ${name} is not named NNNN_module_what.sql, in small letters.`);
	}
	if (number === previous?.slice(0, 4)) throw new Error(`The migrations ${previous} and ${name} have the same number.`);
	if (Number(number) !== expected) {
		throw new Error(
			`The migration ${String(expected).padStart(4, "0")} is missing: ${name} comes after ${previous ?? "nothing"}.`,
		);
	}
}
