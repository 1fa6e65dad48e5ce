/** What a message about a request needs, read when it is written. */
import { sql } from "kysely";
import type { Handle } from "../../../platform/db/connect.ts";
import type { Answers } from "../../forms/index.ts";
import type { Recipient } from "../../messages/index.ts";
import type { PublicStage } from "../../services/index.ts";
import { type ClockJson, clocksJson, readClocks } from "../queries/history.ts";
import type { ClockRun } from "../rules/clocks.ts";

export type Person = Recipient & { customerId: string; salt: Buffer };

export type News = {
	requestId: string;
	reference: string;
	serviceId: string;
	serviceVersion: number;
	stage: string;
	publicStage: PublicStage;
	summary: string;
	confidential: boolean;
	teamName: string;
	closedAt: Date | null;
	/** How often it was opened again. */
	reopened: number;
	dueAt: Date | null;
	answers: Answers;
	clocks: ClockRun[];
	/** Who made it; null when they left nothing. */
	customer: Person | null;
	followers: Person[];
	entry: {
		toStage: string | null;
		outcome: string | null;
		words: string | null;
		actorId: string | null;
		/** It moved because the customer was asked, or answered: what they are told of that says it already. */
		ofAQuestion: boolean;
	} | null;
};

type PersonJson = Omit<Person, "salt"> & { salt: string };
type Row = Omit<News, "clocks" | "customer" | "followers"> & {
	clocks: ClockJson[];
	customer: PersonJson | null;
	followers: PersonJson[];
};

const person = sql`json_build_object('customerId', c.id, 'name', c.name, 'email', c.email, 'phone', c.phone,
	'prefers', c.preferred_channel, 'salt', encode(held.link_salt, 'hex'))`;

/** One round trip. Undefined when the request is gone. */
export async function newsOf(tx: Handle, requestId: string, entryId: string | null): Promise<News | undefined> {
	const { rows } = await sql<Row>`select r.id as "requestId", r.reference, r.service_id as "serviceId",
			r.service_version as "serviceVersion", r.stage, r.public_stage as "publicStage", r.summary, r.confidential,
			t.name as "teamName", r.closed_at as "closedAt",
			(select count(*)::int from requests.entry e where e.request_id = r.id and e.kind = 'reopened') as reopened, r.due_at as "dueAt", r.answers, ${clocksJson(sql`r.id`)} as clocks,
			(select ${person} from requests.request held join customers.customer_view c on c.id = held.customer_id
				where held.id = r.id) as customer,
			(select coalesce(json_agg(${person} order by held.customer_id), '[]')
				from requests.follower held join customers.customer_view c on c.id = held.customer_id
				where held.request_id = r.id and held.stopped_at is null) as followers,
			(select json_build_object('toStage', e.to_stage, 'outcome', e.outcome, 'words', e.words, 'actorId', e.actor_id,
					'ofAQuestion', exists (select from requests.asking a where a.moved_by = e.id)
						or exists (select from requests.asking a where a.went_on_by = e.id))
				from requests.entry e where e.id = ${entryId}::uuid) as entry
		from requests.request r join staff.team_view t on t.id = r.team_id where r.id = ${requestId}`.execute(tx);
	const [row] = rows;
	if (!row) return undefined;
	const read = (one: PersonJson): Person => ({ ...one, salt: Buffer.from(one.salt, "hex") });
	return {
		...row,
		clocks: readClocks(row.clocks),
		customer: row.customer && read(row.customer),
		followers: row.followers.map(read),
	};
}
