/** Guessing is slowed down: each failure in a row beyond a few doubles the wait, for the account and for the address. */
import { sql } from "kysely";
import type { House } from "../context/index.ts";
import type { Handle } from "../db/connect.ts";
import { mac } from "./mac.ts";

export type ThrottleRule = {
	/** What is counted: part of the key. */
	name: string;
	/** Failures that cost no wait. */
	free: number;
	/** Seconds to wait after the first failure beyond them; each further one doubles it. */
	seconds: number;
	/** The longest wait, so that nobody can be shut out for good by someone else's guessing. */
	mostSeconds: number;
};

/** A council's officers share an address, so it may fail more often than one account. */
export const throttleRules = {
	account: { name: "account", free: 5, seconds: 30, mostSeconds: 900 },
	code: { name: "code", free: 5, seconds: 30, mostSeconds: 900 },
	/** References of public requests are known to all: with them nobody tries whether a neighbour made one. */
	track: { name: "track", free: 5, seconds: 60, mostSeconds: 3600 },
	/** The code of a draft, from one address or by one officer: a hub's screens and a whole library share one. */
	draft: { name: "draft", free: 10, seconds: 30, mostSeconds: 900 },
	address: { name: "address", free: 30, seconds: 30, mostSeconds: 300 },
} as const satisfies Record<string, ThrottleRule>;

/** So long after the last failure all is forgotten. */
const memory = "1 day";

/** Names what is counted without keeping it readable. */
export function throttleKey(house: House, rule: ThrottleRule, what: string): Buffer {
	return mac(house, "throttle", rule.name, what);
}

/**
 * Counts an attempt before it is made, as if it had failed, so that guesses sent all at once count too. Null when it may go
 * on; else the instant from which one may try again, and nothing was counted. Whoever succeeds calls `forgive` or `forget`.
 */
export async function countAttempt(db: Handle, now: Date, rule: ThrottleRule, key: Buffer): Promise<Date | null> {
	const failures = sql`case when throttle.last_at < ${now}::timestamptz - ${memory}::interval then 1 else throttle.failures + 1 end`;
	const { rows } = await sql<{ counted: boolean; until: Date | null }>`
		with counted as (
			insert into auth.throttle as throttle (key, failures, first_at, last_at)
			values (${key}, 1, ${now}, ${now})
			on conflict (key) do update set
				failures = ${failures},
				first_at = case when throttle.last_at < ${now}::timestamptz - ${memory}::interval then ${now} else throttle.first_at end,
				last_at = ${now},
				blocked_until = case when ${failures} >= ${rule.free} then ${now}::timestamptz + make_interval(secs =>
					least(${rule.mostSeconds}::float8, ${rule.seconds}::float8 * power(2::float8, least(${failures} - ${rule.free}, 30)))) end
			where throttle.blocked_until is null or throttle.blocked_until <= ${now}
			returning key
		)
		select exists (select from counted) as counted,
			(select blocked_until from auth.throttle where key = ${key}) as until`.execute(db);
	const [answer] = rows;
	if (!answer || answer.counted) return null;
	// The block may have been set by another attempt at this very moment, which this statement does not see.
	return answer.until ?? new Date(now.getTime() + rule.seconds * 1000);
}

/** Takes back the one attempt that turned out right, and leaves the failures before it. */
export async function forgive(db: Handle, key: Buffer): Promise<void> {
	await sql`update auth.throttle set failures = greatest(failures - 1, 0), blocked_until = null where key = ${key}`.execute(
		db,
	);
}

/** Forgets the failures of these: they have proved who they are. */
export async function forget(db: Handle, keys: readonly Buffer[]): Promise<void> {
	await db
		.deleteFrom("auth.throttle")
		.where("key", "in", [...keys])
		.execute();
}
