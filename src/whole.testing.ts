/** Whether a database holds nothing half, for tests that tried to leave it so. */
import assert from "node:assert/strict";
import { sql } from "kysely";
import { verifyChain } from "./platform/audit/index.ts";
import type { Db } from "./platform/db/connect.ts";

type Half = { reference: string; lacks: string };

/**
 * Every request has its first entry, as many entries as its revision says, its clocks, its lines in the ledger and its event;
 * every entry has a request that knows of it; no occasion has two messages; the ledger is whole.
 */
export async function mustBeWhole(db: Db): Promise<void> {
	const { rows } = await sql<Half>`
		select r.reference, half.lacks from requests.request r
		join services.version v on (v.service_id, v.version) = (r.service_id, r.service_version)
		cross join lateral (values
			('its first entry', (select count(*) from requests.entry e where e.request_id = r.id and e.kind = 'received') = 1),
			('an entry for each revision', (select coalesce(max(e.revision), 0) from requests.entry e where e.request_id = r.id) <= r.revision),
			('its clocks', exists (select from requests.clock c where c.request_id = r.id)),
			('its line in the ledger', (select count(*) from audit.entry a
				where a.subject_kind = 'request' and a.subject_id = r.id::text and a.action = 'request.received') = 1),
			('its event', (select count(*) from events.event e where e.subject_id = r.id::text and e.name = 'request.received') = 1)
		) as half (lacks, held)
		where not half.held`.execute(db);
	assert.deepEqual(rows, [], "no request is half there");
	const { rows: repeated } = await sql`
		select template, about_id, recipient, occasion from messages.message group by 1, 2, 3, 4 having count(*) > 1`.execute(
		db,
	);
	assert.deepEqual(repeated, [], "no occasion has two messages");
	const chain = await verifyChain(db);
	assert.ok(chain.whole, "the ledger is whole");
}
