import { sql } from "kysely";
import type { Handle } from "../../../platform/db/connect.ts";
import type { Relationship } from "./relationship.ts";

/**
 * Who is something to these customers, and to whom they are something, on a day; those to come are among them, those whose last day
 * has gone are not. What stands between two of them is not told, for they are one.
 */
export async function relationshipsOf(
	db: Handle,
	customerIds: readonly string[],
	today: string,
): Promise<Relationship[]> {
	if (customerIds.length === 0) return [];
	const ids = sql`${[...customerIds]}::uuid[]`;
	const { rows } = await sql<Omit<Relationship, "other"> & { otherId: string; otherName: string }>`
		select r.id, r.kind, side.side, side.own as "customerId", o.id as "otherId", o.name as "otherName", r.scope,
			r.evidence, r.from_day as "fromDay", r.until_day as "untilDay", r.noted_at as "notedAt", r.noted_by_name as "notedBy"
		from customers.relationship r
			cross join lateral (values ('is', r.from_id, r.to_id), ('has', r.to_id, r.from_id)) side (side, own, other)
			join customers.customer o on o.id = side.other
		where (r.from_id = any(${ids}) or r.to_id = any(${ids})) and side.own = any(${ids}) and side.other <> all(${ids})
			and r.ended_at is null and (r.until_day is null or r.until_day >= ${today})
		order by r.from_day, r.id`.execute(db);
	return rows.map(({ otherId, otherName, ...row }) => ({ ...row, other: { id: otherId, name: otherName } }));
}
