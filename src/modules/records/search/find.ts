import { type RawBuilder, sql } from "kysely";
import type { Handle } from "../../../platform/db/connect.ts";
import type { Place } from "../../../platform/thread/index.ts";
import { frontDoor } from "../nodes/node.ts";
import type { Sought } from "./sought.ts";

/** A customer that was found: not what sources say of them, only enough to go on and say why their record is opened. */
export type Found = {
	id: string;
	reference: string;
	kind: "person" | "organisation";
	beganAt: Date;
	/** Those of their records that are our own. */
	customerIds: string[];
	/** Known from other systems too, or from those alone. */
	elsewhere: boolean;
	/** Their name as it is compared, lower case and run together, for those who have no record of ours. */
	given: string | null;
	surname: string | null;
	organisation: string | null;
	district: string | null;
};

/** Common words are in many records; the page asks for fewer. */
const mostLookedThrough = 5_000;
const mostOfAName = 500;

/**
 * Customers, each once, the newest first, from a place in that order. Restricted ones only by their reference; records of the
 * sources in `hidden` find nobody and are not told of. Whoever calls this for an officer writes the search to the ledger.
 */
export async function findRecords(
	db: Handle,
	by: Sought | { customerId: string },
	{ before, limit, hidden }: { before?: Place | undefined; limit: number; hidden: readonly string[] },
): Promise<Found[]> {
	const beyond = before
		? sql`(date_trunc('milliseconds', h.began_at), h.id) < (${before.at}::timestamptz, ${before.id}::uuid)`
		: sql`true`;
	const sources = sql`${[...hidden]}::text[]`;
	const { rows } = await sql<Found>`with found as materialized (
			select distinct head_id from (select n.head_id from records.record n
				where ${matching(by)} and n.source <> all(${sources}) limit ${mostLookedThrough}) each_record
		), page as (
			select h.* from found join records.record h on h.id = found.head_id where ${beyond}
			order by date_trunc('milliseconds', h.began_at) desc, h.id desc limit ${limit}
		)
		select h.id, h.reference, h.kind, h.began_at as "beganAt", m.ids as "customerIds", m.elsewhere,
			m.known[1] as given, m.known[2] as surname, m.known[3] as organisation, m.known[4] as district
		from page h cross join lateral (
			select coalesce(array_agg(r.id order by r.began_at, r.id) filter (where r.source = ${frontDoor}), '{}') as ids,
				bool_or(r.source <> ${frontDoor}) as elsewhere,
				(select array[o.given, o.surname, o.organisation, o.district] from records.record o
					where o.head_id = h.id and o.source <> all(${sources})
						and coalesce(o.surname, o.organisation) is not null
					order by o.began_at, o.id limit 1) as known
			from records.record r where r.head_id = h.id and r.source <> all(${sources})
		) m
		order by date_trunc('milliseconds', h.began_at) desc, h.id desc`.execute(db);
	return rows;
}

function matching(by: Sought | { customerId: string }): RawBuilder<unknown> {
	if ("customerId" in by) return sql`n.id = ${by.customerId}`;
	switch (by.kind) {
		case "reference":
			return sql`n.reference = ${by.reference}`;
		case "email":
			return sql`n.email = ${by.email} and not n.restricted`;
		case "phone":
			return sql`n.phone = ${by.phone} and not n.restricted`;
		case "facts":
			return sql.join([...facts(by), sql`not n.restricted`], sql` and `);
	}
}

function facts({ words, name, born, postcode }: Extract<Sought, { kind: "facts" }>): RawBuilder<unknown>[] {
	const query = words.map((ways) => `(${[...new Set(ways)].map((way) => `${way}:*`).join(" | ")})`).join(" & ");
	// Names are compared run together; our own customers are found by each word of theirs too.
	const ways = [
		sql`n.words @@ to_tsquery('simple', ${query})`,
		sql`n.id = any(array(select c.id from customers.customer_view c
			where to_tsvector('simple', c.name_key) @@ to_tsquery('simple', ${query})
			order by c.created_at desc limit ${mostOfAName}))`,
		...(name ? [sql`(n.given = ${name.given} and n.surname = ${name.surname})`] : []),
	];
	return [
		...(words.length === 0 ? [] : [sql`(${sql.join(ways, sql` or `)})`]),
		...(born === undefined ? [] : [sql`n.born = ${born}`]),
		...(postcode === undefined ? [] : [sql`n.postcode = ${postcode}`]),
	];
}
