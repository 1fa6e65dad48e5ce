import { sql } from "kysely";
import type { Db } from "../../../platform/db/connect.ts";

/** What anyone may know of a public request: nothing of who made it, and neither their own words nor what was written to them. */
export type PublicRequest = {
	reference: string;
	serviceId: string;
	serviceVersion: number;
	stage: string;
	outcome: string | null;
	/** The line of choices that lists show. */
	summary: string;
	answers: Readonly<Record<string, unknown>>;
	receivedAt: Date;
	changedAt: Date;
	closedAt: Date | null;
	dueAt: Date | null;
	address: string | null;
	uprn: string | null;
	postcode: string | null;
	latitude: number | null;
	longitude: number | null;
};

const columns = sql`r.reference, r.service_id as "serviceId", r.service_version as "serviceVersion", r.stage, r.outcome,
	r.summary, r.answers, r.received_at as "receivedAt", r.changed_at as "changedAt", r.closed_at as "closedAt",
	r.due_at as "dueAt", r.address, r.uprn, r.postcode, r.latitude, r.longitude`;

export type PublicFilter = {
	/** Inclusive. */
	from: Date;
	to: Date;
	serviceIds?: readonly string[] | undefined;
	closed?: boolean | undefined;
};

/** Public requests received in a span, the latest first; `size` at most from `offset` on. */
export async function publicRequests(
	db: Db,
	filter: PublicFilter,
	{ size, offset }: { size: number; offset: number },
): Promise<PublicRequest[]> {
	const { from, to, serviceIds, closed } = filter;
	const { rows } = await sql<PublicRequest>`select ${columns} from requests.request r
		where r.is_public and r.received_at between ${from} and ${to}
			${serviceIds === undefined ? sql`` : sql`and r.service_id = any(${[...serviceIds]})`}
			${closed === undefined ? sql`` : closed ? sql`and r.closed_at is not null` : sql`and r.closed_at is null`}
		order by r.received_at desc, r.id desc limit ${size} offset ${offset}`.execute(db);
	return rows;
}

/** Those of these references that are public. */
export async function publicRequestsByReference(db: Db, references: readonly string[]): Promise<PublicRequest[]> {
	const { rows } = await sql<PublicRequest>`select ${columns} from requests.request r
		where r.is_public and r.reference = any(${[...references]})
		order by r.received_at desc, r.id desc`.execute(db);
	return rows;
}

/** Whether a system may send updates about a request: it is public, the system made it, or works for the council and it is not confidential. */
export async function mayUpdate(db: Db, client: { id: string; works: boolean }, reference: string): Promise<boolean> {
	const { rows } = await sql`select from requests.request where reference = ${reference}
		and (is_public or client_id = ${client.id} or (${client.works} and not confidential))`.execute(db);
	return rows.length > 0;
}
