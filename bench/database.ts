/** The benchmark's database: a server of its own under var/, set as in production, and copies of one that was filled once. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { House } from "../src/platform/context/index.ts";
import { type Connection, connect, type Db } from "../src/platform/db/connect.ts";
import { startEmbedded } from "../src/platform/db/embedded/start.ts";
import { migrationsFolder } from "../src/platform/db/folders.ts";
import { migrate } from "../src/platform/db/migrate.ts";
import { readMigrations } from "../src/platform/db/migrations.ts";
import { administer, databaseUrl } from "../src/platform/db/testserver.ts";
import { fill, full } from "./fill/fill.ts";

export const benchFolder = join(import.meta.dirname, "..", "var", "bench");

export type BenchDatabase = { url: string; stop: () => Promise<void> };

type Furnish = (db: Db, url: string) => Promise<House>;

/**
 * Starts the server and gives a fresh copy of the filled database. The filled one is kept until the migrations or the filling
 * change. `furnish` opens a house on it, with the officers that work the requests.
 */
export async function openBenchDatabase(furnish: Furnish, say: (sentence: string) => void): Promise<BenchDatabase> {
	const server = await startEmbedded({ dataDir: join(benchFolder, "postgres"), onProgress: say });
	const name = `filled_${fingerprint()}`;
	if (!(await exists(server.url, name))) await makeFilled(server.url, name, furnish, say);
	await administer(server.url, async (client) => {
		await client.query("drop database if exists bench with (force)");
		await client.query(`create database bench template ${name}`);
	});
	return { url: databaseUrl(server.url, "bench"), stop: server.stop };
}

async function makeFilled(
	server: string,
	name: string,
	furnish: Furnish,
	say: (sentence: string) => void,
): Promise<void> {
	say(`Filling a database with ${full.requests} requests, once`);
	const old = await administer(server, (client) =>
		client.query<{ datname: string }>("select datname from pg_database where datname like 'filled_%'"),
	);
	await administer(server, async (client) => {
		for (const { datname } of old.rows) await client.query(`drop database ${datname} with (force)`);
		await client.query("create database filled_draft");
	});
	const url = databaseUrl(server, "filled_draft");
	await migrate(url);
	const connection = connect(url, { max: 4 });
	try {
		await fill(await furnish(connection.db, url), connection.pool, full, new Date());
	} finally {
		await connection.close();
	}
	await administer(server, async (client) => {
		await client.query("alter database filled_draft with allow_connections false");
		await client.query(`alter database filled_draft rename to ${name}`);
	});
}

/** Takes away the jobs that wait, so that one measurement leaves no work for the next; answers how many there were. */
export async function clearQueue({ pool }: Connection): Promise<number> {
	const { rowCount } = await pool.query("delete from graphile_worker._private_jobs where locked_at is null");
	return rowCount ?? 0;
}

async function exists(server: string, name: string): Promise<boolean> {
	const found = await administer(server, (client) =>
		client.query("select 1 from pg_database where datname = $1", [name]),
	);
	return found.rowCount === 1;
}

function fingerprint(): string {
	const hash = createHash("sha256");
	for (const { name, sha256 } of readMigrations(migrationsFolder)) hash.update(`${name} ${sha256}\n`);
	const folder = join(import.meta.dirname, "fill");
	for (const file of readdirSync(folder).toSorted()) hash.update(readFileSync(join(folder, file)));
	return hash.digest("hex").slice(0, 16);
}
