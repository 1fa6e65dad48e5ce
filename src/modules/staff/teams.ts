import { sql } from "kysely";
import type { Context } from "../../platform/context/index.ts";
import { teams } from "./pack.ts";

/** Brings the table of teams in line with the pack. A team that is gone is retired, since requests still name it. */
export async function openTeams(ctx: Context): Promise<void> {
	const rows = JSON.stringify(teams(ctx.house));
	await sql`with pack as (
			select * from jsonb_to_recordset(${rows}::jsonb) as team (id text, name text, email text, phone text, tier smallint)
		), saved as (
			insert into staff.team as team (id, name, email, phone, tier)
			select id, name, email, phone, tier from pack order by id
			on conflict (id) do update
				set name = excluded.name, email = excluded.email, phone = excluded.phone, tier = excluded.tier, retired_at = null
				where (team.name, team.email, team.phone, team.tier, team.retired_at)
					is distinct from (excluded.name, excluded.email, excluded.phone, excluded.tier, null)
		)
		update staff.team set retired_at = ${ctx.now}
		where retired_at is null and id not in (select id from pack)`.execute(ctx.house.db);
}
