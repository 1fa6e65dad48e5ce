import { sql } from "kysely";
import type { Handle } from "../../../platform/db/connect.ts";
import type { Tree } from "./link.ts";
import { treesOf } from "./tree.ts";

const tries = 50;

/**
 * The trees of these records, which nobody else can change until the transaction ends. Their rows are locked in the order of
 * ids; when a tree has meanwhile become another, all is let go before the next try, so that no two ever wait for each other.
 */
export async function holdTrees(tx: Handle, ids: readonly string[]): Promise<(Tree | undefined)[]> {
	for (let attempt = 0; attempt < tries; attempt++) {
		await sql`savepoint trees`.execute(tx);
		const { rows } = await sql<{ id: string }>`select id from records.record
			where head_id in (select head_id from records.record where id = any(${[...ids]}::uuid[]))
			order by id for no key update`.execute(tx);
		const locked = new Set(rows.map(({ id }) => id));
		// A statement of its own: it sees what was done while this one waited for the locks.
		const trees = await treesOf(tx, sql`id = any(${[...ids]}::uuid[])`);
		const isWhole = trees.every(({ nodes }) => nodes.every(({ id }) => locked.has(id)));
		await (isWhole ? sql`release savepoint trees` : sql`rollback to savepoint trees`).execute(tx);
		if (isWhole) return ids.map((id) => trees.find(({ nodes }) => nodes.some((node) => node.id === id)));
	}
	throw new Error(`The records ${ids.join(", ")} went on changing for ${tries} tries.`);
}

/** Writes anew which of these records is their head: the one that began first, and the least id of those. */
export async function writeHead(tx: Handle, ids: readonly string[]): Promise<string> {
	const { rows } = await sql<{ id: string }>`with first as (
			select id from records.record where id = any(${[...ids]}::uuid[]) order by began_at, id limit 1
		), written as (
			update records.record r set head_id = first.id from first
			where r.id = any(${[...ids]}::uuid[]) and r.head_id <> first.id
		)
		select id from first`.execute(tx);
	const [head] = rows;
	if (!head) throw new Error("There is no head of no records.");
	return head.id;
}
