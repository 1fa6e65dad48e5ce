/** What the customer, or a follower, sees of a request. */
import { type RawBuilder, sql } from "kysely";
import type { House } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { readContact } from "../../customers/index.ts";
import type { Answers } from "../../forms/index.ts";
import type { PublicStage } from "../../services/index.ts";
import type { Asking } from "../asking/asking.ts";
import { type AskingJson, askingsJson, readAskings } from "../asking/queries.ts";
import { opens, trackPath } from "../links.ts";
import type { ClockRun } from "../rules/clocks.ts";
import {
	type ClockJson,
	clocksJson,
	type Entry,
	type EntryJson,
	entriesJson,
	readClocks,
	readEntries,
} from "./history.ts";
import type { Photo } from "./request.ts";

export type Tracked = {
	id: string;
	reference: string;
	serviceId: string;
	serviceVersion: number;
	stage: string;
	publicStage: PublicStage;
	summary: string;
	description: string;
	answers: Answers;
	address: string | null;
	receivedAt: Date;
	closedAt: Date | null;
	outcome: string | null;
	clocks: ClockRun[];
	entries: Entry[];
	photos: Photo[];
	/** What the customer was asked later; nothing for a follower. */
	askings: Asking[];
	/** Who holds the link: the customer who made the request, or one who follows it. */
	viewer: { as: "customer" | "follower"; customerId: string | null };
};

type Salts = { link_salt: Buffer; customerId: string | null; followers: { salt: string; customerId: string }[] };
type InJson = { clocks: ClockJson[]; entries: EntryJson[]; askings: AskingJson[] };
type Row = Omit<Tracked, keyof InJson | "viewer"> & Salts & InJson;

/** Undefined when there is no such request or the key is not one of its links. */
export async function trackByLink(
	db: Handle,
	house: House,
	reference: string,
	key: string,
): Promise<Tracked | undefined> {
	const { rows } = await sql<Row>`select r.id, r.reference, r.service_id as "serviceId",
			r.service_version as "serviceVersion", r.stage, r.public_stage as "publicStage", r.summary, r.description,
			r.answers, r.address, r.received_at as "receivedAt", r.closed_at as "closedAt", r.outcome, r.link_salt,
			r.customer_id as "customerId", ${followersJson} as followers, ${clocksJson(sql`r.id`)} as clocks,
			${entriesJson(sql`r.id`)} as entries, ${askingsJson(sql`r.id`)} as askings,
			(select coalesce(json_agg(json_build_object('id', a.file_id, 'name', f.name, 'entryId', a.entry_id,
					'addedBy', a.added_by) order by a.added_at, a.file_id), '[]')
				from requests.attachment a join files.file f on f.id = a.file_id where a.request_id = r.id) as photos
		from requests.request r where r.reference = ${reference}`.execute(db);
	const [row] = rows;
	const viewer = row && viewerBy(house, row, key);
	if (!row || !viewer) return undefined;
	const { link_salt, customerId, followers, clocks, entries, askings, ...rest } = row;
	const asked = viewer.as === "customer" ? readAskings(askings) : [];
	return { ...rest, viewer, clocks: readClocks(clocks), entries: readEntries(entries), askings: asked };
}

const followersJson: RawBuilder<Salts["followers"]> = sql`(select coalesce(json_agg(json_build_object(
	'salt', encode(f.link_salt, 'hex'), 'customerId', f.customer_id)), '[]')
	from requests.follower f where f.request_id = r.id and f.stopped_at is null)`;

function viewerBy(house: House, row: Salts & { reference: string }, key: string): Tracked["viewer"] | undefined {
	if (opens(house, row.reference, row.link_salt, key)) return { as: "customer", customerId: row.customerId };
	const follower = row.followers.find(({ salt }) => opens(house, row.reference, Buffer.from(salt, "hex"), key));
	return follower && { as: "follower", customerId: follower.customerId };
}

/**
 * The path of the track page for whoever knows the reference and the email address or telephone number given with it.
 * Undefined alike when there is no such request and when the contact is another's: nobody learns which.
 */
export async function trackByReference(
	db: Handle,
	house: House,
	reference: string,
	contact: string,
): Promise<string | undefined> {
	const { emailKey, phoneKey } = readContact({ email: contact, phone: contact });
	const { rows } = await sql<{ salt: Buffer }>`select held.salt from (
			select r.link_salt as salt, r.customer_id, 1 as turn from requests.request r where r.reference = ${reference}
			union all
			select f.link_salt, f.customer_id, 2 from requests.follower f join requests.request r on r.id = f.request_id
			where r.reference = ${reference} and f.stopped_at is null
		) held join customers.customer_view c on c.id = held.customer_id
		where c.email_key = ${emailKey} or c.phone_key = ${phoneKey} order by held.turn limit 1`.execute(db);
	const [found] = rows;
	return found && trackPath(house, reference, found.salt);
}
