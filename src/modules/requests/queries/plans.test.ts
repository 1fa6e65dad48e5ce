import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Kysely, PostgresDialect, sql } from "kysely";
import type { Db } from "../../../platform/db/connect.ts";
import type { DB } from "../../../platform/db/tables.ts";
import { hold } from "../actions/hold.ts";
import { sought } from "../rules/search.ts";
import { type Council, monday, openCouncil } from "../testing.ts";
import { mayUpdate, publicRequests, publicRequestsByReference } from "../open/requests.ts";
import { publicUpdates } from "../open/updates.ts";
import { taskPage } from "../tasks/list.ts";
import { nearbyOpen } from "./nearby.ts";
import { type QueueFilter, queuePage } from "./queue.ts";
import { requestByReference } from "./request.ts";
import { trackByLink, trackByReference } from "./track.ts";

/** A council that has run for a while: 20,000 requests, three in five of them closed, of 15,000 customers. */
const aWhile = `
insert into customers.customer (id, name, name_key, email, email_key, phone, phone_key, created_at, changed_at)
	select gen_random_uuid(), 'Resident ' || n, 'resident ' || n, n || '@example.org', n || '@example.org',
		'+4477009' || lpad(n::text, 5, '0'), '+4477009' || lpad(n::text, 5, '0'), $1, $1
	from generate_series(1, 15000) n;
`;
const requests = `
insert into requests.request (id, reference, service_id, service_version, stage, public_stage, tier, team_id, officer_id,
	customer_id, channel, urgent, is_public, confidential, summary, description, answers, latitude, longitude, address, postcode, ward,
	received_at, changed_at, closed_at, outcome, warn_at, due_at, link_salt)
select gen_random_uuid(), 'SR-' || upper(lpad(to_hex(n), 4, '0')) || '-2222', 'fallen-tree', 1,
	case when n % 5 < 3 then 'closed' else 'new' end, case when n % 5 < 3 then 'closed' else 'received' end, 2,
	case when n % 4 = 0 then 'roads' else 'trees' end, case when n % 3 = 0 then $2::uuid end, c.id, 'web', n % 40 = 0,
	n % 10 > 0, n % 20 = 0, 'Fallen tree ' || n, 'It fell on the ' || (array['fence', 'path', 'car', 'shed', 'road'])[n % 5 + 1], '{}',
	54.5 + (n % 200) * 0.0005, -1.3 + (n % 173) * 0.0005, n || ' Elm Road', 'TS' || n % 20 + 1 || ' ' || n % 9 || 'AA', 'E0500' || n % 20,
	$1::timestamptz - n * interval '20 minutes', $1, case when n % 5 < 3 then $1::timestamptz - n * interval '10 minutes' end,
	case when n % 5 < 3 then 'done' end, case when n % 5 > 2 then $1::timestamptz - (n - 3000) * interval '20 minutes' end,
	case when n % 5 > 2 then $1::timestamptz - (n - 4000) * interval '20 minutes' end, '\\x00'
from generate_series(1, 20000) n
	join (select id, row_number() over () as turn from customers.customer) c on c.turn = n % 15000 + 1`;
const entries = `
insert into requests.entry (id, request_id, revision, at, kind, actor_kind, actor_name, from_stage, to_stage)
	select gen_random_uuid(), id, n, received_at, 'note', 'system', 'test', 'new', case when n = 1 then 'new' end
	from requests.request, generate_series(1, 3) n`;
const clocks = `
insert into requests.clock (request_id, clock, run, started_at, warn_at, due_at, words)
	select id, 'clear', 1, received_at, received_at, received_at, 'Soon' from requests.request`;

const tasks = `
insert into requests.task (id, request_id, task, team_id, follows, given_at, warn_at, due_at, given_entry, ended_at, ended_entry, ending, confidential_reference)
	select gen_random_uuid(), r.id, 'measure', case when e.revision = 1 then 'roads' else 'trees' end, false, r.received_at,
		r.received_at, r.received_at, e.id, case when r.closed_at is not null or e.revision = 3 then $1::timestamptz end,
		case when r.closed_at is not null or e.revision = 3 then e.id end,
		case when r.closed_at is not null or e.revision = 3 then 'done' end,
		case when r.confidential then r.reference end
	from requests.request r join requests.entry e on e.request_id = r.id and e.revision <> 2`;

const big = new Set(["request", "entry", "clock", "customer", "task"]);

type Node = { "Node Type": string; "Relation Name"?: string; Plans?: Node[] };

function readWhole(node: Node): string[] {
	const here =
		node["Node Type"] === "Seq Scan" && big.has(node["Relation Name"] ?? "") ? [node["Relation Name"] ?? ""] : [];
	return [...here, ...(node.Plans ?? []).flatMap(readWhole)];
}

describe("no page reads a big table from end to end", () => {
	let council: Council;
	let db: Db;
	let asked: { sql: string; parameters: readonly unknown[] }[] = [];
	before(async () => {
		council = await openCouncil();
		const { pool, officers } = council;
		await pool.query(aWhile, [monday]);
		await pool.query(requests, [monday, officers.ada]);
		await pool.query(entries);
		await pool.query(clocks);
		await pool.query(tasks, [monday]);
		await pool.query("vacuum analyze");
		db = new Kysely<DB>({
			dialect: new PostgresDialect({ pool }),
			log: ({ query }) => {
				asked.push({ sql: query.sql, parameters: query.parameters });
			},
		});
	});
	after(() => council.close());

	const plansOf = async (ask: (db: Db) => Promise<unknown>) => {
		asked = [];
		await ask(db);
		assert.notEqual(asked.length, 0);
		const read: string[] = [];
		for (const { sql: text, parameters } of asked.filter((one) => /^\s*(with|select|update|insert)/i.test(one.sql))) {
			const { rows } = await council.pool.query(`explain (format json) ${text}`, [...parameters]);
			read.push(...readWhole(rows[0]["QUERY PLAN"][0].Plan));
			// A prepared statement may be planned once for all values.
			const { rows: generic } = await council.pool.query(`explain (format json, generic_plan) ${text}`);
			read.push(...readWhole(generic[0]["QUERY PLAN"][0].Plan));
		}
		return [...new Set(read)];
	};

	it("is told where there is one", async () => {
		const slow = (on: Db) => sql`select id from requests.request where description = 'x'`.execute(on);
		assert.deepEqual(await plansOf(slow), ["request"]);
	});

	const place = { at: monday, id: "00000000-0000-7000-8000-000000000000" };
	const search = (typed: string) => {
		const found = sought(typed, "SR");
		return found ? { sought: found } : {};
	};
	const filters: Record<string, QueueFilter> = {
		"the open queue": { state: "open" },
		"closed requests": { state: "closed" },
		"any request": { state: "any" },
		"a team's": { state: "open", teams: ["trees"] },
		"the teams of an officer": { state: "open", teams: ["trees", "roads"] },
		"a team's closed": { state: "closed", teams: ["roads"] },
		"nobody's": { state: "open", officer: null },
		"a ward's": { state: "open", ward: "E05007" },
		"a stage's": { state: "open", stage: "received" },
		"a service's": { state: "open", service: "fallen-tree" },
		"urgent ones": { state: "open", urgent: true },
		"overdue ones": { state: "open", promise: "overdue" },
		"those running out": { state: "open", promise: "running-out" },
		"a reference": { state: "any", ...search("SR-2222-2222") },
		"an address": { state: "any", ...search("77@example.org") },
		"a number": { state: "any", ...search("07700 900077") },
		"a postcode": { state: "any", ...search("TS5 4AA") },
		"rare words": { state: "any", ...search("chestnut") },
		"common words": { state: "any", ...search("fence") },
		"common words among open ones": { state: "open", ...search("road") },
		"a name": { state: "any", ...search("resident 77") },
	};
	for (const [name, filter] of Object.entries(filters)) {
		it(`of the queue: ${name}`, async () => {
			assert.deepEqual(await plansOf((on) => queuePage(on, council.as("ada").actor, filter, undefined, monday)), []);
			assert.deepEqual(
				await plansOf((on) => queuePage(on, council.as("ada").actor, filter, { after: place }, monday)),
				[],
			);
			assert.deepEqual(
				await plansOf((on) => queuePage(on, council.as("ada").actor, filter, { before: place }, monday)),
				[],
			);
		});
	}

	it("of the queue: an officer's own", async () => {
		const mine: QueueFilter = { state: "open", officer: council.officers.ada };
		assert.deepEqual(await plansOf((on) => queuePage(on, council.as("ada").actor, mine, undefined, monday)), []);
	});

	it("of the lists of tasks", async () => {
		const { actor } = council.as("ada");
		const filters = [{ teams: ["trees"] }, { teams: ["trees", "roads"] }, { owner: actor.id }, "all"] as const;
		for (const filter of filters) {
			for (const from of [undefined, { after: place }, { before: place }]) {
				assert.deepEqual(await plansOf((on) => taskPage(on, actor, filter, from)), [], JSON.stringify(filter));
			}
		}
	});

	it("of the request page, and of working it", async () => {
		const reference = "SR-0001-2222";
		assert.deepEqual(await plansOf((on) => requestByReference(on, council.as("ada").actor, reference)), []);
		assert.deepEqual(await plansOf((on) => hold(on, council.as("ada"), reference)), []);
	});

	it("of what other systems read", async () => {
		const days = (n: number) => new Date(monday.getTime() - n * 86_400_000);
		const page = { size: 1000, offset: 0 };
		const span = { from: days(90), to: monday };
		for (const filter of [span, { ...span, closed: true }, { ...span, serviceIds: ["fallen-tree"] }]) {
			assert.deepEqual(await plansOf((on) => publicRequests(on, filter, page)), []);
		}
		assert.deepEqual(await plansOf((on) => publicRequestsByReference(on, ["SR-0001-2222"])), []);
		assert.deepEqual(await plansOf((on) => publicUpdates(on, days(1), monday)), []);
		assert.deepEqual(
			await plansOf((on) => mayUpdate(on, { id: council.officers.ada, works: false }, "SR-0001-2222")),
			[],
		);
	});

	it("of the public's pages", async () => {
		const { house } = council;
		assert.deepEqual(await plansOf((on) => trackByLink(on, house, "SR-0001-2222", "key")), []);
		assert.deepEqual(await plansOf((on) => trackByReference(on, house, "SR-0001-2222", "7@example.org")), []);
		const here = { latitude: 54.52, longitude: -1.28 };
		assert.deepEqual(await plansOf((on) => nearbyOpen(on, "fallen-tree", here, { metres: 100, days: 30 }, monday)), []);
	});
});
