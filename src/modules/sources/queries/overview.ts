import { sql } from "kysely";
import type { Db } from "../../../platform/db/connect.ts";

/** How a source stands: how much it holds, how old it is, and what waits. */
export type Standing = {
	source: string;
	records: number;
	/** Records in which a field cannot be right. */
	faulty: number;
	/** The end of its last import or delivery. */
	lastAt: Date | null;
	/** An import that runs or waits. */
	underWay: boolean;
	/** Corrections that nobody has answered. */
	open: number;
};

/** One line for each source that has anything here, in no order. */
export async function standings(db: Db): Promise<Standing[]> {
	const { rows } = await sql<Standing>`with held as (
			select source, count(*)::integer as records, (count(*) filter (where faults <> '{}'))::integer as faulty
			from sources.record where gone_at is null group by source
		), brought as (
			select source, max(ended_at) filter (where state = 'done') as last_at,
				bool_or(state in ('running', 'staged', 'stopped')) as under_way
			from sources.import group by source
		), told as (
			select source, count(*)::integer as open from sources.correction where state = 'told' group by source
		)
		select source, coalesce(records, 0) as records, coalesce(faulty, 0) as faulty, last_at as "lastAt",
			coalesce(under_way, false) as "underWay", coalesce(open, 0) as open
		from held full join brought using (source) full join told using (source)`.execute(db);
	return rows;
}

/** Nothing has come of it yet. */
export function nothingOf(source: string): Standing {
	return { source, records: 0, faulty: 0, lastAt: null, underWay: false, open: 0 };
}
