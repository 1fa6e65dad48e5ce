/** The floor: what the database does when it is asked the same with nothing in front of it but the driver. */
import type pg from "pg";
import { v7 as newId } from "uuid";
import { newReference } from "../../src/platform/formats/index.ts";
import type { Round } from "../round.ts";
import { names, type Statement } from "./recording.ts";

export type Recorded = readonly Statement[];

/**
 * Replays recorded pieces of work in turn, `concurrency` at a time over the pool. What each of them made (ids and references
 * first seen in its own values, and in no other's) is made anew every time.
 */
export async function replay(
	pool: pg.Pool,
	concurrency: number,
	seconds: number,
	recorded: readonly Recorded[],
): Promise<Round> {
	const shared = sharedNames(recorded);
	const works = recorded.map((statements) => ({ statements, made: madeBy(statements, shared) }));
	const latencies: number[] = [];
	let errors = 0;
	let turn = 0;
	const started = performance.now();
	const until = started + seconds * 1000;
	const lane = async () => {
		while (performance.now() < until) {
			const work = works[turn++ % works.length];
			if (!work) return;
			const begun = performance.now();
			try {
				await run(pool, work.statements, work.made);
				latencies.push(performance.now() - begun);
			} catch (error) {
				errors++;
				if (errors === 1) console.error(`The floor: ${error instanceof Error ? error.message : String(error)}`);
			}
		}
	};
	await Promise.all(Array.from({ length: concurrency }, lane));
	return { seconds: (performance.now() - started) / 1000, latencies, errors };
}

async function run(pool: pg.Pool, statements: Recorded, made: ReadonlySet<string>): Promise<void> {
	const anew = new Map([...made].map((name) => [name, name.length === 36 ? newId() : newReference("SR")]));
	const client = await pool.connect();
	try {
		for (const { text, values } of statements) {
			await client.query(text, made.size === 0 ? [...values] : values.map((value) => renamed(value, anew)));
		}
		client.release();
	} catch (error) {
		client.release(true);
		throw error;
	}
}

function renamed(value: unknown, anew: ReadonlyMap<string, string>): unknown {
	if (typeof value === "string") return value.replace(names, (name) => anew.get(name) ?? name);
	return Array.isArray(value) ? value.map((one) => renamed(one, anew)) : value;
}

function namesIn(values: readonly unknown[]): string[] {
	return [...(JSON.stringify(values) ?? "").matchAll(names)].map(([name]) => name);
}

function madeBy(statements: Recorded, shared: ReadonlySet<string>): Set<string> {
	const seen = new Set<string>();
	const made = new Set<string>();
	for (const { values, saw } of statements) {
		for (const name of namesIn(values)) if (!seen.has(name) && !shared.has(name)) made.add(name);
		for (const name of saw) seen.add(name);
	}
	return made;
}

function sharedNames(recorded: readonly Recorded[]): Set<string> {
	const once = new Set<string>();
	const shared = new Set<string>();
	for (const statements of recorded) {
		for (const name of new Set(statements.flatMap(({ values }) => namesIn(values)))) {
			if (once.has(name)) shared.add(name);
			once.add(name);
		}
	}
	return shared;
}
