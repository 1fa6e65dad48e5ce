/**
 * Which workers live. Each holds an advisory lock of the database under its own name, on a connection kept for that: the
 * server lets it go the moment the process dies, however it dies. Jobs held under a name that nobody locks are free again.
 */
import { sql } from "kysely";
import type pg from "pg";
import type { Handle } from "../db/connect.ts";

export type Lifeline = {
	/** Fulfilled when the lock is held; a new promise after it was lost. */
	held(): Promise<void>;
	release(): Promise<void>;
};

const retry = 500;

export function holdLifeline(pool: pg.Pool, name: string): Lifeline {
	let stopped = false;
	let client: pg.PoolClient | undefined;
	let timer: NodeJS.Timeout | undefined;
	let holding = Promise.withResolvers<void>();

	const again = () => {
		if (!stopped) timer = setTimeout(take, retry);
	};
	const take = () => {
		lock(pool, name).then(
			(taken) => {
				client = taken;
				taken.once("error", lose);
				if (stopped) letGo();
				else holding.resolve();
			},
			() => again(),
		);
	};
	const lose = () => {
		letGo();
		if (stopped) return;
		holding = Promise.withResolvers<void>();
		again();
	};
	const letGo = () => {
		client?.off("error", lose);
		// Closing the connection lets the lock go.
		client?.release(true);
		client = undefined;
	};
	take();
	return {
		held: () => holding.promise,
		async release() {
			stopped = true;
			clearTimeout(timer);
			// Whoever still waits for it may go on to notice that the worker stops.
			holding.resolve();
			letGo();
		},
	};
}

async function lock(pool: pg.Pool, name: string): Promise<pg.PoolClient> {
	const client = await pool.connect();
	try {
		// A machine that loses power says no goodbye; without this the server would believe in it for two hours.
		await client.query(
			"set statement_timeout = 0; set tcp_keepalives_idle = 15; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3",
		);
		await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [name]);
		return client;
	} catch (error) {
		client.release(true);
		throw error;
	}
}

/** The names under which jobs are held and which no living worker has. */
async function deadWorkers(db: Handle): Promise<string[]> {
	const { rows } = await sql<{ name: string }>`
		with holder as materialized (
			select distinct locked_by as name from graphile_worker.jobs where locked_by is not null
		)
		select name from holder where pg_try_advisory_xact_lock(hashtextextended(name, 0))`.execute(db);
	return rows.map(({ name }) => name);
}

/**
 * One look at a time, given to `every`: frees the jobs of a worker that was dead at this look and at the one before. After the
 * database was away every worker is without its lock for a moment, and must not be robbed of what it is doing.
 */
export function sweeper(db: Handle): () => Promise<void> {
	let suspects = new Set<string>();
	return async () => {
		const dead = await deadWorkers(db);
		const certain = dead.filter((name) => suspects.has(name));
		if (certain.length > 0) await sql`select graphile_worker.force_unlock_workers(${certain}::text[])`.execute(db);
		suspects = new Set(dead);
	};
}
