import { sql } from "kysely";
import type { Handle } from "../../../platform/db/connect.ts";

export type Named = { id: string; name: string };

/** The teams that work requests now, by name. */
export async function workingTeams(db: Handle): Promise<Named[]> {
	const { rows } =
		await sql<Named>`select id, name from staff.team_view where retired_at is null order by name`.execute(db);
	return rows;
}

/** The teams, and the officers of one of them, in one round trip. */
export async function teamsAndOfficers(db: Handle, teamId: string): Promise<{ teams: Named[]; officers: Named[] }> {
	const { rows } = await sql<Named & { kind: "team" | "officer" }>`
		select 'team' as kind, id, name from staff.team_view where retired_at is null
		union all
		select 'officer', id::text, name from staff.officer_view where left_at is null and ${teamId} = any(teams)
		order by name`.execute(db);
	const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ id, name }) => ({ id, name }));
	return { teams: of("team"), officers: of("officer") };
}
