import { sql } from "kysely";
import type { CountLinked } from "../../../modules/sources/index.ts";

/** What nobody has two of: where two linked records say otherwise, one of them is wrong. */
const ofOnePerson = ["born", "number", "surname", "postcode"];

/** Counted by the links between records, which sources know nothing of. */
export const countLinked: CountLinked = async (db, source) => {
	const { rows } = await sql<{ duplicates: number; conflicts: number }>`with linked as materialized (
			select s.id, s.source, r.head_id, s.said
			from sources.record_view s join records.record_view r on r.id = s.id
			where s.gone_at is null
				and r.head_id in (select head_id from records.record_view where gone_at is null group by head_id having count(*) > 1)
		)
		select (select coalesce(sum(held - 1), 0)::integer
				from (select count(*) as held from linked where source = ${source} group by head_id) heads) as duplicates,
			(select count(distinct a.id)::integer
				from linked a join linked b on b.head_id = a.head_id and b.source <> a.source,
					unnest(${ofOnePerson}::text[]) field
				where a.source = ${source} and lower(a.said->>field) <> lower(b.said->>field)) as conflicts`.execute(db);
	return rows[0] ?? { duplicates: 0, conflicts: 0 };
};
