/** Who the server runs as: PostgreSQL refuses to run as root, and a container often has nobody else. */
import { spawnSync } from "node:child_process";
import { chownSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Binaries } from "./binaries.ts";

/** A way to run a program: what to put before it, as which user, and who must own its files. */
export type Identity = {
	readonly prefix: readonly string[];
	readonly uid?: number;
	readonly gid?: number;
	readonly owner?: { readonly uid: number; readonly gid: number };
};

type Account = { readonly name: string; readonly uid: number; readonly gid: number };

/**
 * Picks the first way that works here to run the server on `folder`, and gives the folder to its user.
 * Throws with a sentence when there is none.
 */
export function chooseIdentity(folder: string, binaries: Binaries): Identity {
	for (const identity of candidates(folder)) {
		if (identity.owner !== undefined) give(folder, identity.owner);
		if (works(identity, folder, binaries)) return identity;
	}
	throw new Error(
		`PostgreSQL cannot be started on ${folder}: it does not run as root, and no other user of this machine may read the program and write the folder. ` +
			"Run Front Door as an ordinary user, set FRONTDOOR_DATA to a folder that everyone can reach, or set DATABASE_URL to a PostgreSQL server of yours.",
	);
}

function candidates(folder: string): Identity[] {
	const me = process.getuid?.() ?? -1;
	const accounts = readAccounts();
	const other = accounts.find(({ name }) => name === "postgres") ?? accounts.find(({ name }) => name === "nobody");
	if (me !== 0) {
		const direct: Identity = { prefix: [] };
		// initdb looks its user up by number; a container may run as a number that has no name.
		return accounts.some(({ uid }) => uid === me) || other === undefined ? [direct] : [direct, mapped(other)];
	}
	// A folder that an ordinary user began stays theirs, so that they can go on with it later.
	const { uid, gid } = statSync(folder);
	if (uid !== 0) return [withReach({ uid, gid }), plain({ uid, gid })];
	return other === undefined ? [] : [{ ...mapped(other), owner: { uid: 0, gid: 0 } }, withReach(other), plain(other)];
}

/** Root outside, somebody else inside a user namespace: no file changes hands and folders of mode 0700 are no obstacle. */
function mapped({ uid, gid }: Account): Identity {
	return { prefix: ["unshare", "--user", `--map-user=${uid}`, `--map-group=${gid}`, "--"] };
}

/** Another user who may pass folders of mode 0700, such as /root: for containers that forbid user namespaces. */
function withReach({ uid, gid }: Pick<Account, "uid" | "gid">): Identity {
	// PostgreSQL asks access(2) about its own program, which forgets the capability unless that bit is set.
	const reach = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--securebits=+no_setuid_fixup"];
	const prefix = ["setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", ...reach, "--"];
	return { prefix, owner: { uid, gid } };
}

function plain({ uid, gid }: Pick<Account, "uid" | "gid">): Identity {
	return { prefix: [], uid, gid, owner: { uid, gid } };
}

function readAccounts(): Account[] {
	try {
		const lines = readFileSync("/etc/passwd", "utf8").split("\n");
		return lines
			.map((line) => line.split(":"))
			.map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
	} catch {
		return [];
	}
}

function works(identity: Identity, folder: string, binaries: Binaries): boolean {
	const question = 'test -w "$1" && test -x "$0" && exec "$0" --version';
	const [program = "", ...rest] = [...identity.prefix, "/bin/sh", "-c", question, binaries.postgres, folder];
	const answer = spawnSync(program, rest, {
		...asUser(identity),
		env: { ...process.env, ...binaries.environment },
		stdio: "ignore",
	});
	return answer.status === 0;
}

/** The part of an identity that `spawn` takes. */
export function asUser({ uid, gid }: Identity): { uid?: number; gid?: number } {
	return { ...(uid === undefined ? {} : { uid }), ...(gid === undefined ? {} : { gid }) };
}

function give(path: string, { uid, gid }: { uid: number; gid: number }): void {
	if (statSync(path).uid === uid) return;
	chownSync(path, uid, gid);
	for (const entry of readdirSync(path, { withFileTypes: true })) {
		if (entry.isDirectory()) give(join(path, entry.name), { uid, gid });
		else if (entry.isFile()) chownSync(join(path, entry.name), uid, gid);
	}
}
