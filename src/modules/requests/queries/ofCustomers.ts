/** What a customer's record has of ours, for the room of records, which stands below. */
import { sql } from "kysely";
import type { OfficerContext } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { mayBeSeenBy } from "./sight.ts";

/** How many requests of these customers the officer may know of. */
export async function countRequests(ctx: OfficerContext, customerIds: readonly string[]): Promise<number> {
	const { rows } = await sql<{ n: number }>`select count(*)::int as n from requests.request
		where customer_id = any(${[...customerIds]}::uuid[]) and ${mayBeSeenBy(ctx.actor)}`.execute(ctx.house.db);
	return rows[0]?.n ?? 0;
}

/**
 * Requests that were made, and on which something was written, for these customers from then on; each goes by its reference.
 * Those that are confidential are of a kind of their own and say nothing but that: who may know of them is for whoever shows them.
 */
export async function requestsSince(db: Handle, customerIds: readonly string[], since: Date) {
	const { rows } = await sql<{
		id: string;
		customerId: string;
		confidential: boolean;
		summary: string;
		isNew: boolean;
	}>`
		select r.reference as id, r.customer_id as "customerId", r.confidential, r.summary, r.received_at >= ${since} as "isNew"
		from requests.request r
		where r.customer_id = any(${[...customerIds]}::uuid[]) and r.changed_at >= ${since}
		order by r.received_at, r.id`.execute(db);
	return rows.map(({ id, customerId, confidential, summary, isNew }) => ({
		kind: confidential ? "confidential-request" : "request",
		id,
		customerId,
		words: confidential ? "A confidential request" : `${id}, ${summary}: ${isNew ? "asked" : "worked on"} meanwhile`,
	}));
}
