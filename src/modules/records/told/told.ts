import { sql } from "kysely";
import type { House } from "../../../platform/context/index.ts";
import { teams } from "../../staff/index.ts";
import { openedInWords, readOpened } from "../lookUps/sight.ts";

/** What a customer is told of a look-up. There is nothing of the officer in it but their team. */
export type Told = {
	at: Date;
	team: string;
	purpose: string;
	/** Source by source. */
	opened: readonly string[];
};

/** As many as stand on one page. */
export const toldOnAPage = 20;

type Row = { id: string; at: Date; team: string | null; purpose: string; opened: unknown };

/**
 * Who looked at any of these customers' own records, the latest first, but for what a law keeps from them. `before` is the mark
 * of an earlier page; `earlier` that of the next.
 */
export async function toldOf(
	house: House,
	customerIds: readonly string[],
	before?: string,
): Promise<{ lines: readonly Told[]; earlier: string | undefined }> {
	const { rows } = await sql<Row>`select l.id, l.at, l.team_id as team, l.purpose_name as purpose, l.opened
		from records.look_up l
		where l.told and l.record_ids && ${[...customerIds]}::uuid[]
			and (${before ?? null}::uuid is null
				or (l.at, l.id) < (select e.at, e.id from records.look_up e where e.id = ${before ?? null}))
		order by l.at desc, l.id desc limit ${toldOnAPage + 1}`.execute(house.db);
	const lines = rows.slice(0, toldOnAPage).map(({ at, team, purpose, opened }) => ({
		at,
		team: teams(house).find(({ id }) => id === team)?.name ?? "The council",
		purpose,
		opened: openedInWords(house, readOpened(opened), "What you told us"),
	}));
	return { lines, earlier: rows.length > toldOnAPage ? rows[toldOnAPage - 1]?.id : undefined };
}
