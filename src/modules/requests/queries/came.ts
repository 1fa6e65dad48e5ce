import { sql } from "kysely";
import type { Handle } from "../../../platform/db/connect.ts";
import { storedAnswers } from "../../forms/index.ts";
import type { Came } from "../../services/index.ts";

type Row = Omit<Came, "answers"> & { answers: unknown };

/** The last requests as they came, newest first, each with the team it was first sent to; of one service when one is named. */
export async function lastToCome(db: Handle, last: number, service?: string): Promise<Came[]> {
	const { rows } = await sql<Row>`
		select r.reference, r.service_id as service, coalesce(e.to_team, r.team_id) as team, r.tier, r.answers, r.ward,
			r.received_at as "receivedAt"
		from requests.request r
		left join requests.entry e on e.request_id = r.id and e.revision = 1
		where ${service ?? null}::text is null or r.service_id = ${service ?? null}
		order by r.received_at desc, r.id desc limit ${last}`.execute(db);
	return rows.map((row) => ({ ...row, answers: storedAnswers(row.answers) }));
}
