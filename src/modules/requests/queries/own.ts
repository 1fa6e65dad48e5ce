import { sql } from "kysely";
import type { House } from "../../../platform/context/index.ts";
import type { PublicStage } from "../../services/index.ts";
import { trackPath } from "../links.ts";

/** A request that an officer made for themselves. `link` is where they follow it, as customers do. */
export type OwnRequest = {
	reference: string;
	serviceId: string;
	summary: string;
	publicStage: PublicStage;
	receivedAt: Date;
	link: string;
};

type Row = Omit<OwnRequest, "link"> & { salt: Buffer };

/** What an officer has asked for in these services, the latest first; at most two hundred. */
export async function ownRequests(house: House, officerId: string, services: readonly string[]): Promise<OwnRequest[]> {
	const { rows } = await sql<Row>`select r.reference, r.service_id as "serviceId", r.summary,
			r.public_stage as "publicStage", r.received_at as "receivedAt", r.link_salt as "salt"
		from requests.entry e join requests.request r on r.id = e.request_id
		where e.kind = 'received' and e.actor_kind = 'officer' and e.actor_id = ${officerId}
			and r.service_id = any(${[...services]}::text[])
		order by e.at desc limit 200`.execute(house.db);
	return rows.map(({ salt, ...row }) => ({ ...row, link: trackPath(house, row.reference, salt) }));
}
