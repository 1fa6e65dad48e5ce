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
		const { rows } = await sql<Row>`select id, name, email, roles, teams, seen_at as "seenAt"
			from staff.officer_of_session(${hash}, ${now})`.execute(house.db);
		const [found] = rows;
		if (!found) return undefined;
		await keepSession(house.db, hash, found.seenAt, now);
		const { id, name, email, roles, teams } = found;
		return { kind: "officer", id, name, email, teams, roles, permissions: permissionsOf(house, roles) };
	};
}
