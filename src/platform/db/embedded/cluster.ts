/** The files of a server: made once, in a folder beside and then renamed, so that a stop half-way leaves nothing half. */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Binaries } from "./binaries.ts";
import { asUser, type Identity } from "./identity.ts";

/** The one database user, owner of everything in the embedded server. */
export const superuser = "frontdoor";

export function hasCluster(folder: string): boolean {
	return existsSync(join(folder, "cluster", "PG_VERSION"));
}

/** Makes the files under `folder`/cluster. `durable` waits until they are on the disk. */
export async function makeCluster(
	folder: string,
	binaries: Binaries,
	identity: Identity,
	durable: boolean,
): Promise<void> {
	const fresh = join(folder, "cluster.new");
	rmSync(fresh, { recursive: true, force: true });
	const passwordFile = writePassword(folder, identity);
	// The built-in locale sorts the same in every version, where the C library's and ICU's orders change under an index.
	const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--encoding=UTF8"];
	const access = [`--username=${superuser}`, "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
	const command = [
		...identity.prefix,
		binaries.initdb,
		"-D",
		fresh,
		...locale,
		...access,
		...(durable ? [] : ["--no-sync"]),
	];
	const [program = "", ...rest] = command;
	try {
		await promisify(execFile)(program, rest, {
			...asUser(identity),
			env: { ...process.env, ...binaries.environment },
			cwd: folder,
		});
	} catch (error) {
		throw new Error(`PostgreSQL could not make its files in ${folder}: ${reason(error)}`, { cause: error });
	}
	renameSync(fresh, join(folder, "cluster"));
}

/** The password of `superuser` for the server in `folder`. */
export function readPassword(folder: string): string {
	return readFileSync(join(folder, "password"), "utf8").trim();
}

function writePassword(folder: string, identity: Identity): string {
	const file = join(folder, "password");
	writeFileSync(file, `${randomBytes(24).toString("hex")}\n`, { mode: 0o600 });
	if (identity.owner !== undefined) chownSync(file, identity.owner.uid, identity.owner.gid);
	return file;
}

function reason(error: unknown): string {
	if (error instanceof Error && "stderr" in error && String(error.stderr).trim() !== "")
		return String(error.stderr).trim();
	return error instanceof Error ? error.message : String(error);
}
