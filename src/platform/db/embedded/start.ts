/** The PostgreSQL server that Front Door brings along, for a council that has none. */
import { createHash } from "node:crypto";
import { chmodSync, chownSync, lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import pg from "pg";
import { findBinaries } from "./binaries.ts";
import { hasCluster, makeCluster, readPassword, superuser } from "./cluster.ts";
import { chooseIdentity, type Identity } from "./identity.ts";
import { findPostmaster, type Postmaster, signal, startPostmaster, stopPostmaster } from "./postmaster.ts";
import { alone, enter, leave, tryLock, unlock } from "./presence.ts";
import { settings } from "./settings.ts";

export type Embedded = {
	/** For `connect`; it names the socket, the user and the password. */
	readonly url: string;
	readonly socketDir: string;
	readonly pid: number;
	/** Stops the server, unless another process uses it too. */
	readonly stop: () => Promise<void>;
};

export type EmbeddedOptions = {
	/** A folder of its own; made when it is missing. */
	readonly dataDir: string;
	/** False for tests: quicker, and lost in a power cut. */
	readonly durable?: boolean;
	readonly onProgress?: (sentence: string) => void;
};

const database = "frontdoor";
// A socket's address has room for 107 bytes on Linux and 103 on a Mac, and the server adds a name of 14.
const longestSocketDir = 88;

/**
 * Starts the server on `dataDir`, or takes over the one that runs there, left by a process that was killed or shared with one that lives.
 * It listens on a socket in a private folder and on no port. Throws with a sentence when it cannot.
 */
export async function startEmbedded({
	dataDir,
	durable = true,
	onProgress = () => {},
}: EmbeddedOptions): Promise<Embedded> {
	const folder = resolve(dataDir);
	const name = enterFolder(folder);
	const running = await alone(
		folder,
		async () => (await findPostmaster(folder)) ?? (await start(folder, durable, onProgress)),
	);
	const leaveAtExit = () => leaveNow(folder, name, running.pid);
	process.once("exit", leaveAtExit);
	await ensureDatabase(folder, running);
	const stop = async () => {
		process.off("exit", leaveAtExit);
		await alone(folder, async () => {
			if (leave(folder, name)) await stopPostmaster(running.pid);
		});
	};
	return { url: address(folder, running, database), socketDir: running.socketDir, pid: running.pid, stop };
}

function enterFolder(folder: string): string {
	try {
		mkdirSync(dirname(folder), { recursive: true });
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		return enter(folder);
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new Error(
			`The folder ${folder} cannot be used for PostgreSQL's files: ${why}. FRONTDOOR_DATA names another.`,
			{ cause: error },
		);
	}
}

async function start(folder: string, durable: boolean, onProgress: (sentence: string) => void): Promise<Postmaster> {
	const binaries = findBinaries(join(folder, "lib"));
	const identity = chooseIdentity(folder, binaries);
	if (!hasCluster(folder)) {
		onProgress("Making the database's files");
		await makeCluster(folder, binaries, identity, durable);
	}
	onProgress("Starting PostgreSQL");
	return await startPostmaster(folder, binaries, identity, settings(socketFolder(folder, identity), durable));
}

function socketFolder(folder: string, identity: Identity): string {
	const inside = join(folder, "socket");
	const name = `frontdoor-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`;
	const chosen = Buffer.byteLength(inside) <= longestSocketDir ? inside : join(tmpdir(), name);
	mkdirSync(chosen, { recursive: true, mode: 0o700 });
	const found = lstatSync(chosen);
	const owner = identity.owner?.uid ?? process.getuid?.() ?? found.uid;
	if (!found.isDirectory() || (found.uid !== owner && process.getuid?.() !== 0)) {
		throw new Error(
			`PostgreSQL cannot use the folder ${chosen}: it belongs to somebody else. Remove it, or set TMPDIR to a folder of your own.`,
		);
	}
	if (identity.owner !== undefined) chownSync(chosen, identity.owner.uid, identity.owner.gid);
	chmodSync(chosen, 0o700);
	return chosen;
}

function address(folder: string, { socketDir, port }: Postmaster, name: string): string {
	return `postgresql://${superuser}:${readPassword(folder)}@localhost:${port}/${name}?host=${encodeURIComponent(socketDir)}`;
}

async function ensureDatabase(folder: string, running: Postmaster): Promise<void> {
	const client = new pg.Client({ connectionString: address(folder, running, "postgres") });
	await client.connect();
	try {
		const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [database]);
		if (rowCount === 0) await client.query(`create database ${database}`);
	} catch (error) {
		// Two processes that start together may both find it missing.
		if (!(error instanceof pg.DatabaseError && (error.code === "42P04" || error.code === "23505"))) throw error;
	} finally {
		await client.end();
	}
}

/** At the end of a process nothing can be awaited: when somebody else is just arriving, the server is left to them. */
function leaveNow(folder: string, name: string, pid: number): void {
	if (!tryLock(folder)) return;
	try {
		if (leave(folder, name)) signal(pid, "SIGINT");
	} finally {
		unlock(folder);
	}
}
