import { sql } from "kysely";
import { audit } from "../../../platform/audit/index.ts";
import type { Context } from "../../../platform/context/index.ts";
import type { Db } from "../../../platform/db/connect.ts";

/** Another system that may send a source's records. */
export type Sender = { clientId: string; clientName: string; since: Date; byName: string };

export async function sendersOf(db: Db, source: string): Promise<Sender[]> {
	const { rows } = await sql<Sender>`select client_id as "clientId", client_name as "clientName", since,
		by_name as "byName" from sources.sender where source = ${source} order by client_name`.execute(db);
	return rows;
}

export async function maySend(db: Db, source: string, clientId: string): Promise<boolean> {
	const { rows } = await sql`select from sources.sender where source = ${source} and client_id = ${clientId}`.execute(
		db,
	);
	return rows.length > 0;
}

/** Lets a system send a source's records. Twice is once. */
export async function letSend(ctx: Context, source: string, client: { id: string; name: string }): Promise<void> {
	await ctx.house.db.transaction().execute(async (tx) => {
		const { rows } = await sql`insert into sources.sender (source, client_id, client_name, since, by_name)
			values (${source}, ${client.id}, ${client.name}, ${ctx.now}, ${ctx.actor.name})
			on conflict do nothing returning source`.execute(tx);
		if (rows.length === 0) return;
		await audit(tx, ctx, { action: "sender.let", subject: { kind: "client", id: client.id }, after: { source } });
	});
}

/** Lets it no longer. Twice is once. */
export async function stopSending(ctx: Context, source: string, clientId: string): Promise<void> {
	await ctx.house.db.transaction().execute(async (tx) => {
		const { rows } = await sql`delete from sources.sender where source = ${source} and client_id = ${clientId}
			returning source`.execute(tx);
		if (rows.length === 0) return;
		await audit(tx, ctx, { action: "sender.stopped", subject: { kind: "client", id: clientId }, before: { source } });
	});
}
