import { sql } from "kysely";
import { type Context, defineSlot } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";

/** Something written on a customer's record: `kind` is the noun, `words` say what it is without opening it. */
export type Written = { kind: string; id: string; customerId: string; words: string };

/** What a room wrote on these customers' records from then on. */
export type WrittenSince = (db: Handle, customerIds: readonly string[], since: Date) => Promise<readonly Written[]>;

/** The rooms that write on customers' records; put in place at start-up by those who know them all. */
export const writtenSinceSlot = defineSlot<readonly WrittenSince[]>("what is written on customers' records");

/** Lists what was written while a link stood that has now ended, on either side, for somebody to look through. */
export async function listToLookThrough(
	tx: Handle,
	ctx: Context,
	link: { id: string; at: Date },
	customerIds: readonly string[],
): Promise<void> {
	if (!writtenSinceSlot.filled(ctx.house) || customerIds.length === 0) return;
	for (const since of writtenSinceSlot.of(ctx.house)) {
		const rows = (await since(tx, customerIds, link.at)).map(({ kind, id, customerId, words }) => ({
			link_id: link.id,
			kind,
			id,
			record_id: customerId,
			words,
		}));
		await sql`insert into records.to_look_through (link_id, kind, id, record_id, words)
			select link_id, kind, id, record_id, words from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
				as r(link_id uuid, kind text, id text, record_id uuid, words text)
			on conflict do nothing`.execute(tx);
	}
}
