import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "../../../platform/db/connect.ts";
import type { Document } from "./documents.ts";

/** What the index is made of. */
export type Filling = { documents: readonly Document[]; synonyms: readonly (readonly string[])[] };

/**
 * Fills the index, unless it was made of the same already. Two processes that start at once do so one after the other; after a
 * start with another pack the last one wins, as with the services themselves.
 */
export async function fillIndex(tx: Tx, { documents, synonyms }: Filling, now: Date): Promise<void> {
	const [all, same] = [JSON.stringify(documents), JSON.stringify(synonyms)];
	const fingerprint = createHash("sha256").update(all).update(same).digest("hex");
	await sql`select pg_advisory_xact_lock(hashtext('services.search_index'))`.execute(tx);
	const held = await tx.selectFrom("services.search_index").select("fingerprint").executeTakeFirst();
	if (held?.fingerprint === fingerprint) return;
	await sql`select services.search_fill(${all}::jsonb, ${same}::jsonb)`.execute(tx);
	// Without the new counts the planner reads everything: three times as slow, until it counts by itself minutes later.
	await sql`analyze services.search_word, services.search_lexeme, services.search_entry, services.search_phrase,
		services.search_phrase_word, services.search_synonym`.execute(tx);
	await sql`insert into services.search_index (fingerprint, filled_at) values (${fingerprint}, ${now})
		on conflict (only_one) do update set fingerprint = excluded.fingerprint, filled_at = excluded.filled_at`.execute(
		tx,
	);
}
