/** The way to the database: one pool a process, rows typed by the migrations. */
import { Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import { prepareAll } from "./prepare.ts";
import type { DB } from "./tables.ts";
import { typeParser } from "./values.ts";

export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;
/** What a query takes when it does not care whether it runs inside a transaction. */
export type Handle = Db | Tx;

export type Connection = {
	readonly db: Db;
	readonly pool: pg.Pool;
	readonly close: () => Promise<void>;
};

export type ConnectOptions = {
	/** The most connections held at once. */
	readonly max?: number;
	/** The name that `pg_stat_activity` shows. */
	readonly applicationName?: string;
	/** Milliseconds after which the server gives up a statement; 0 for never. */
	readonly statementTimeout?: number;
};

/**
 * Opens a pool on `url`. Nothing is connected yet: the first query does that, and throws an error for which
 * `isDatabaseAway` is true when it cannot within 3 seconds. A restart of the database is survived.
 */
export function connect(url: string, options: ConnectOptions = {}): Connection {
	const { max = 10, applicationName = "frontdoor", statementTimeout = 30_000 } = options;
	const pool = new pg.Pool({
		connectionString: url,
		max,
		application_name: applicationName,
		connectionTimeoutMillis: 3_000,
		statement_timeout: statementTimeout,
		idle_in_transaction_session_timeout: 60_000,
		types: { getTypeParser: typeParser },
	});
	outlive(pool);
	prepareAll(pool);
	const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
	return { db, pool, close: () => db.destroy() };
}

/**
 * Lets the process outlive the database's restarts: a connection that breaks while it rests, or between two statements
 * of a transaction, tells only its listeners, and without one Node ends the process. The next query learns of it anyway.
 */
export function outlive(pool: pg.Pool): void {
	pool.on("error", () => {});
	pool.on("connect", (client) => client.on("error", () => {}));
}
