import { sql } from "kysely";
import type { Db } from "../../../platform/db/connect.ts";

/** A change of a public request that anyone may know of. */
export type PublicUpdate = {
	id: string;
	reference: string;
	serviceId: string;
	serviceVersion: number;
	at: Date;
	stage: string;
	outcome: string | null;
};

/** Moves, closings and reopenings of public requests in a span, the earliest first, 1,000 at most. */
export async function publicUpdates(db: Db, from: Date, to: Date): Promise<PublicUpdate[]> {
	const { rows } = await sql<PublicUpdate>`select e.id, r.reference, r.service_id as "serviceId",
			r.service_version as "serviceVersion", e.at, e.to_stage as stage, e.outcome
		from requests.entry e join requests.request r on r.id = e.request_id
		where r.is_public and e.at between ${from} and ${to} and e.kind in ('moved', 'closed', 'reopened') and e.to_stage is not null
		order by e.at, e.id limit 1000`.execute(db);
	return rows;
}
