/** The server behind the tests, and the template that their databases are copied from. */
import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import pg from "pg";
import { type Embedded, startEmbedded } from "./embedded/start.ts";
import { isAlive } from "./embedded/presence.ts";
import { migrationsFolder, testServerFolder } from "./folders.ts";
import { migrate } from "./migrate.ts";
import { readMigrations } from "./migrations.ts";

// A template that is being made is waited for under this lock.
const lock = 4_201_852;

let server: Promise<string> | undefined;
let template: Promise<string> | undefined;

/**
 * The server named by FRONTDOOR_TEST_SERVER, which a whole run shares, or else one under `var/` which the processes
 * that use it share. Looked for once a process.
 */
export function testServer(): Promise<string> {
	server ??= findServer();
	return server;
}

/** The name of the database on the test server that has run every migration; made once for all processes. */
export function testTemplate(): Promise<string> {
	template ??= testServer().then((url) => administer(url, (client) => ensureTemplate(url, client)));
	return template;
}

/** Starts the shared server; the last process to end stops it. */
async function startTestServer(): Promise<Embedded> {
	try {
		return await startEmbedded({ dataDir: testServerFolder, durable: false });
	} catch {
		// A machine that lost its power in the middle of a test leaves files that are of no use, and hold nothing of worth.
		rmSync(testServerFolder, { recursive: true, force: true });
		return await startEmbedded({ dataDir: testServerFolder, durable: false });
	}
}

async function findServer(): Promise<string> {
	return process.env["FRONTDOOR_TEST_SERVER"] ?? (await startTestServer()).url;
}

async function ensureTemplate(url: string, client: pg.Client): Promise<string> {
	const name = `template_${fingerprint()}`;
	if (await exists(client, name)) return name;
	await client.query("select pg_advisory_lock($1)", [lock]);
	if (await exists(client, name)) return name;
	await sweep(client);
	const draft = `${name}_draft`;
	await client.query(`drop database if exists ${draft} with (force)`);
	await client.query(`create database ${draft}`);
	await migrate(databaseUrl(url, draft));
	// A template that somebody is connected to cannot be copied, so nobody may connect.
	await client.query(`alter database ${draft} with allow_connections false`);
	await client.query(`alter database ${draft} rename to ${name}`);
	return name;
}

function fingerprint(): string {
	const hash = createHash("sha256");
	const queue = createRequire(import.meta.url).resolve("graphile-worker");
	hash.update(queue);
	for (const { name, sha256 } of readMigrations(migrationsFolder)) hash.update(`${name} ${sha256}\n`);
	return hash.digest("hex").slice(0, 16);
}

async function exists(client: pg.Client, name: string): Promise<boolean> {
	const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
	return rowCount === 1;
}

/** Drops templates of other migrations, and the databases of tests that were killed. */
async function sweep(client: pg.Client): Promise<void> {
	const { rows } = await client.query<{ datname: string }>(
		"select datname from pg_database where datname ~ '^(template_[0-9a-f]{16}|test_[0-9]+_)'",
	);
	for (const { datname } of rows) {
		const pid = /^test_(\d+)_/.exec(datname)?.[1];
		if (pid !== undefined && isAlive(Number(pid))) continue;
		// One that is being copied this moment stays for the next sweep.
		await client.query(`drop database if exists ${datname}`).catch(() => {});
	}
}

/** Runs `work` on a connection to the server's own database. */
export async function administer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
	const client = new pg.Client({ connectionString: databaseUrl(url, "postgres"), connectionTimeoutMillis: 10_000 });
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}

/** The address of another database on the same server. */
export function databaseUrl(url: string, name: string): string {
	const address = new URL(url);
	address.pathname = `/${name}`;
	return address.href;
}
