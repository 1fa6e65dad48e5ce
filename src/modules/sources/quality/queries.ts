import { sql } from "kysely";
import type { Db } from "../../../platform/db/connect.ts";

/** How good a source was on a day. */
export type Quality = {
	day: string;
	records: number;
	/** Records of somebody of whom the source has another. */
	duplicates: number;
	/** Records that say otherwise than another source says of the same customer. */
	conflicts: number;
	/** Records that the source has not said again in the time it promised. */
	stale: number;
	/** By field: records that lack it though they need it, and records in which it cannot be right. */
	missing: Readonly<Record<string, number>>;
	invalid: Readonly<Record<string, number>>;
};

/** The last counts, the latest first. */
export async function qualityOf(db: Db, source: string, days = 90): Promise<Quality[]> {
	const { rows } = await sql<Quality>`select day, records, duplicates, conflicts, stale, missing, invalid
		from sources.quality where source = ${source} order by day desc limit ${days}`.execute(db);
	return rows;
}

/** How quickly a source puts right what it is told, of what it was told since `since`. */
export type Correcting = { told: number; accepted: number; refused: number; open: number; days: number | null };

export async function correctingOf(db: Db, source: string, since: Date): Promise<Correcting> {
	const { rows } = await sql<Correcting>`select count(*) filter (where state <> 'withdrawn')::integer as told,
			count(*) filter (where state = 'accepted')::integer as accepted,
			count(*) filter (where state = 'refused')::integer as refused,
			count(*) filter (where state = 'told')::integer as open,
			round((percentile_cont(0.5) within group (order by extract(epoch from answered_at - told_at) / 86400)
				filter (where state = 'accepted'))::numeric, 1)::float as days
		from sources.correction where source = ${source} and told_at >= ${since}`.execute(db);
	return rows[0] ?? { told: 0, accepted: 0, refused: 0, open: 0, days: null };
}
