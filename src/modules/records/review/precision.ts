/** Whether what the model thinks comes true: what officers judged, what was parted again, and what still waits. */
import { sql } from "kysely";
import type { Handle } from "../../../platform/db/connect.ts";
import { bands } from "./rules/bands.ts";

/** Of one band of probability: pairs that officers settled, and links that were made by themselves and later ended. */
export type BandCount = { same: number; different: number; open: number; matched: number; matchedEnded: number };

export type Precision = {
	/** In the order of `bands`. */
	bands: readonly BandCount[];
	/** Links of each kind that were ever made, and how many of them were ended: the over-merge rate. */
	links: readonly { how: "matched" | "reviewed" | "merged" | "begun"; made: number; ended: number }[];
	backlog: { waiting: number; second: number; oldest: Date | null; median: Date | null };
};

export async function precision(db: Handle): Promise<Precision> {
	const edges = sql.join(bands.slice(1).map(({ from }) => sql`${from}::real`));
	const { rows: judged } = await sql<{ band: number; same: number; different: number; open: number }>`
		select width_bucket(probability, array[${edges}]) as band,
			count(*) filter (where state = 'same')::int as same,
			count(*) filter (where state = 'different')::int as different,
			count(*) filter (where settled_at is null)::int as open
		from records.pair group by 1`.execute(db);
	const { rows: matched } = await sql<{ band: number; made: number; ended: number }>`
		select width_bucket(probability, array[${edges}]) as band, count(*)::int as made,
			count(ended_at)::int as ended
		from records.link where how = 'matched' and probability is not null group by 1`.execute(db);
	const { rows: links } = await sql<Precision["links"][number]>`
		select how, count(*)::int as made, count(ended_at)::int as ended from records.link group by how order by how`.execute(
		db,
	);
	const { rows: backlog } = await sql<Precision["backlog"]>`
		select count(*) filter (where state = 'waiting')::int as waiting,
			count(*) filter (where state = 'second-opinion')::int as second, min(found_at) as oldest,
			percentile_disc(0.5) within group (order by found_at) as median
		from records.pair where settled_at is null`.execute(db);
	return {
		bands: bands.map((_, at) => {
			const said = judged.find(({ band }) => band === at);
			const made = matched.find(({ band }) => band === at);
			return {
				same: said?.same ?? 0,
				different: said?.different ?? 0,
				open: said?.open ?? 0,
				matched: made?.made ?? 0,
				matchedEnded: made?.ended ?? 0,
			};
		}),
		links,
		backlog: backlog[0] ?? { waiting: 0, second: 0, oldest: null, median: null },
	};
}
