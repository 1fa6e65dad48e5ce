/** Brings a database up to the migrations of this version. */
import { runMigrations } from "graphile-worker";
import { sql } from "kysely";
import pg from "pg";
import { type Handle, outlive } from "./connect.ts";
import { migrationsFolder } from "./folders.ts";
import { type Migration, migrationNames, readMigrations } from "./migrations.ts";

export type MigrateOptions = {
	readonly folder?: string;
	readonly onProgress?: (sentence: string) => void;
};

// Any number, the same in every version: whoever migrates this database waits for it.
const lock = 4_201_851;

const ledger = `
	create schema if not exists platform;
	create table if not exists platform.migration (
		name text constraint migration_pk primary key,
		sha256 text not null constraint sha256_is_a_hash check (sha256 ~ '^[0-9a-f]{64}$'),
		ran_at timestamptz not null default now()
	)`;

/**
 * Runs what has not run yet, each migration in a transaction of its own, and gives the names of what ran.
 * Several processes may do so at once: one works, the others wait. The tables of the job queue are made first.
 * Throws with a sentence when a migration that ran has been changed, is unknown here, or fails; what ran before it stays.
 */
export async function migrate(target: string | pg.Pool, options: MigrateOptions = {}): Promise<string[]> {
	if (typeof target !== "string") return await migrateIn(target, options);
	const pool = new pg.Pool({ connectionString: target, max: 2, connectionTimeoutMillis: 5_000 });
	outlive(pool);
	try {
		return await migrateIn(pool, options);
	} finally {
		await pool.end();
	}
}

/** The names of the migrations that this database has not run. */
export async function pendingMigrations(db: Handle, folder = migrationsFolder): Promise<string[]> {
	const names = migrationNames(folder);
	const { rows: tables } = await sql<{
		there: boolean;
	}>`select to_regclass('platform.migration') is not null as there`.execute(db);
	if (tables[0]?.there !== true) return names;
	const { rows } = await sql<{ name: string }>`select name from platform.migration`.execute(db);
	const ran = new Set(rows.map(({ name }) => name));
	return names.filter((name) => !ran.has(name));
}

async function migrateIn(
	pool: pg.Pool,
	{ folder = migrationsFolder, onProgress = () => {} }: MigrateOptions,
): Promise<string[]> {
	const migrations = readMigrations(folder);
	const client = await pool.connect();
	try {
		// A long migration, and a long wait for somebody else's, are both right.
		await client.query("set statement_timeout = 0");
		await client.query("select pg_advisory_lock($1)", [lock]);
		await runMigrations({ pgPool: pool, schema: "graphile_worker" });
		await client.query(ledger);
		const pending = await compare(client, migrations);
		for (const migration of pending) {
			onProgress(`Migrating: ${migration.name}`);
			await run(client, migration);
		}
		return pending.map(({ name }) => name);
	} finally {
		// Closing the connection gives back the lock and the timeout, whatever state it is in.
		client.release(true);
	}
}

async function compare(client: pg.PoolClient, migrations: readonly Migration[]): Promise<Migration[]> {
	const { rows } = await client.query<{ name: string; sha256: string }>(
		"select name, sha256 from platform.migration order by name",
	);
	const ran = new Map(rows.map(({ name, sha256 }) => [name, sha256]));
	const known = new Set(migrations.map(({ name }) => name));
	const unknown = rows.find(({ name }) => !known.has(name));
	if (unknown !== undefined) {
		throw new Error(
			`The database has run the migration ${unknown.name}, which is not in this version of Front Door. Start the version that has it, or a newer one.`,
		);
	}
	const changed = migrations.find(({ name, sha256 }) => ran.has(name) && ran.get(name) !== sha256);
	if (changed !== undefined) {
		throw new Error(
			`The migration ${changed.name} has been changed since it ran on this database. Put it back as it was, and write a new migration for the change.`,
		);
	}
	return migrations.filter(({ name }) => !ran.has(name));
}

async function run(client: pg.PoolClient, { name, sql: text, sha256 }: Migration): Promise<void> {
	await client.query("begin");
	try {
		await client.query(text);
		await client.query("insert into platform.migration (name, sha256) values ($1, $2)", [name, sha256]);
		await client.query("commit");
	} catch (error) {
		await client.query("rollback").catch(() => {});
		const why = error instanceof Error ? error.message : String(error);
		throw new Error(`The migration ${name} failed, and nothing of it was kept: ${why}${position(error, text)}.`, {
			cause: error,
		});
	}
}

function position(error: unknown, text: string): string {
	if (!(error instanceof pg.DatabaseError) || error.position === undefined) return "";
	return ` (line ${text.slice(0, Number(error.position)).split("\n").length})`;
}
