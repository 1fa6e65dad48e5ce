import { sql } from "kysely";
import type { Handle } from "../../../platform/db/connect.ts";

/** What a record says of where somebody lives: days half open, null where the source says none. */
export type Living = {
	recordId: string;
	headId: string;
	reference: string;
	source: string;
	kind: "person" | "organisation";
	uprn: string | null;
	/** The postcode without its space, and the house in it. */
	postcode: string | null;
	house: string | null;
	/** The source's own days, else those between which it was seen to say so. */
	from: string;
	until: string | null;
	said: Readonly<Record<string, string>>;
	/** One of the customer's own records, by which they live there. */
	own: boolean;
};

/** More than live in a home: a hostel, a hotel or a slip. */
const mostAtHome = 60;

/**
 * The records at the properties of a customer's records, theirs among them: by the number of the property, else by postcode and
 * house. Restricted records are left out, and those of other customers that their source no longer has. One round trip;
 * whoever shows it audits it with a purpose.
 */
export async function livingBeside(db: Handle, recordIds: readonly string[]): Promise<Living[]> {
	if (recordIds.length === 0) return [];
	const { rows } = await sql<Living>`with own as materialized (
			select id, uprn, postcode, house from records.record
			where id = any(${[...recordIds]}::uuid[]) and not restricted
		), beside as (
			select r.id from (select distinct uprn from own where uprn is not null) o
				cross join lateral (select id from records.record where uprn = o.uprn limit ${mostAtHome}) r
			union
			select r.id from (select distinct postcode, house from own
					where postcode is not null and house is not null) o
				cross join lateral (select id from records.record
					where postcode = o.postcode and house = o.house limit ${mostAtHome}) r
			union select id from own
		)
		select n.id as "recordId", n.head_id as "headId", h.reference, n.source, n.kind, n.uprn, n.postcode, n.house,
			to_char(coalesce(s.from_day, (s.first_seen_at at time zone 'Europe/London')::date), 'YYYY-MM-DD') as "from",
			to_char(coalesce(s.until_day, (s.gone_at at time zone 'Europe/London')::date), 'YYYY-MM-DD') as until,
			s.said, n.id = any(${[...recordIds]}::uuid[]) as own
		from beside join records.record n on n.id = beside.id join records.record h on h.id = n.head_id
			join sources.record_view s on s.id = n.id
		where not n.restricted and not h.restricted
		order by n.began_at, n.id`.execute(db);
	return rows;
}
