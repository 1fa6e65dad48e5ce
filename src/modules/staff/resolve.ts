import { sql } from "kysely";
import { keepSession, tokenHash } from "../../platform/auth/index.ts";
import type { House, OfficerActor } from "../../platform/context/index.ts";
import { permissionsOf } from "./pack.ts";

type Row = { id: string; name: string; email: string; roles: string[]; teams: string[]; seenAt: Date };

/**
 * Finds who holds a session's token, in one query: every page of the desk waits for it. Undefined when the session is over or
 * the officer has left. Roles and teams are read each time, so that what is taken away is gone at the next click.
 */
export function resolveOfficer(house: House): (token: string, now: Date) => Promise<OfficerActor | undefined> {
	return async (token, now) => {
		const hash = tokenHash(token);
		if (!hash) return undefined;
		const { rows } = await sql<Row>`select o.id, o.name, o.email, o.roles, s.seen_at as "seenAt",
				array(select m.team_id from staff.membership m where m.officer_id = o.id order by 1) as teams
			from auth.session s join staff.officer o on o.id = s.subject_id
			where s.token_hash = ${hash} and s.subject_kind = 'officer' and s.ended_at is null
				and s.idle_until > ${now} and s.ends_at > ${now} and o.left_at is null`.execute(house.db);
		const [found] = rows;
		if (!found) return undefined;
		await keepSession(house.db, hash, found.seenAt, now);
		const { id, name, email, roles, teams } = found;
		return { kind: "officer", id, name, email, teams, permissions: permissionsOf(house, roles) };
	};
}
