import { sql } from "kysely";
import type { Handle } from "../../../platform/db/connect.ts";
import { newReference } from "../../../platform/formats/index.ts";
import { type StandardRecord, textFields } from "../../matching/index.ts";
import type { Node } from "./node.ts";
import { columnOf, standardColumns } from "./standard.ts";

/** A record as it comes in: `changedAt` is the change of the customer or source record that it was made from. */
export type Incoming = Pick<Node, "id" | "source" | "kind" | "beganAt" | "restricted" | "goneAt"> & {
	changedAt: Date;
	standard: StandardRecord;
};

const own =
	"id uuid, source text, kind text, began_at timestamptz, restricted boolean, gone_at timestamptz, taken_in_at timestamptz";
const texts = standardColumns.join(", ");
const shape = sql.raw(`(${own}, reference text, ${standardColumns.map((column) => `${column} text`).join(", ")})`);
const columns = sql.raw(`id, source, kind, began_at, restricted, gone_at, taken_in_at, reference, ${texts}`);
const changed = sql.raw(standardColumns.map((column) => `${column} = n.${column}`).join(", "));

const draws = 5;

/**
 * Takes records in, each under its own id and with a reference of its own; one that is there already is brought up to date,
 * and keeps its reference, its beginning and its links. Answers the ids of those that are new or changed. Safe to repeat: a
 * record that has not changed since is left alone.
 */
export async function takeInAll(tx: Handle, incoming: readonly Incoming[]): Promise<string[]> {
	if (incoming.length === 0) return [];
	const given = incoming.map(rowOf);
	// In the order of ids, as links are made, so that no two wait for each other.
	const { rows: old } = await sql<{ id: string; changed: boolean }>`with n as materialized (
			select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as n${shape}
		), held as materialized (
			select id from records.record where id in (select id from n) order by id for no key update
		), written as (
			update records.record r set kind = n.kind, gone_at = n.gone_at, taken_in_at = n.taken_in_at, matched_at = null,
				restricted = r.restricted or n.restricted, ${changed}
			from n join held using (id)
			where r.id = n.id and (r.taken_in_at < n.taken_in_at or r.gone_at is distinct from n.gone_at
				or (n.restricted and not r.restricted))
			returning r.id
		)
		select held.id, written.id is not null as changed from held left join written using (id)`.execute(tx);
	const known = new Set(old.map(({ id }) => id));
	let fresh = given.filter(({ id }) => !known.has(id));
	const done = old.filter((row) => row.changed).map(({ id }) => id);
	for (let draw = 0; fresh.length > 0; draw++) {
		if (draw === draws) throw new Error(`No free reference was found in ${draws} draws.`);
		const inserted = new Set(await insert(tx, fresh));
		done.push(...inserted);
		fresh = fresh.filter(({ id }) => !inserted.has(id));
	}
	return done;
}

/** Those whose reference is another's are left out, and come with another one; those that somebody else took in meanwhile count as in. */
async function insert(tx: Handle, rows: readonly ReturnType<typeof rowOf>[]): Promise<string[]> {
	const given = rows.map((row) => ({ ...row, reference: newReference("CR") }));
	const { rows: inserted } = await sql<{ id: string }>`with n as (
			select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as n${shape} order by id
		), made as (
			insert into records.record (${columns}, head_id) select ${columns}, id from n on conflict do nothing returning id
		)
		select id from made union select id from n where exists (select from records.record r where r.id = n.id)`.execute(
		tx,
	);
	return inserted.map(({ id }) => id);
}

function rowOf({ id, source, kind, beganAt, restricted, goneAt, changedAt, standard }: Incoming) {
	const fields = Object.fromEntries(textFields.map((field) => [columnOf(field), standard[field] ?? null]));
	return { id, source, kind, began_at: beganAt, restricted, gone_at: goneAt, taken_in_at: changedAt, ...fields };
}
