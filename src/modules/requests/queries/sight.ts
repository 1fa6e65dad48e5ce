import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../../../platform/context/index.ts";

/**
 * Of `requests.request`, which must be the only table of the query with these columns: the rows whose existence the actor may
 * know of. A confidential one is its present team's, that of teams with a task still to do for it, and that of officers who may
 * read all that is confidential; of other systems, it is the one's that sent it. Customers come by links of their own.
 */
export function mayBeSeenBy(actor: Actor): RawBuilder<boolean> {
	if (actor.kind === "client") return sql`(not confidential or client_id = ${actor.id})`;
	if (actor.kind !== "officer" || actor.permissions.has("requests.read-confidential")) return sql`true`;
	const teams = sql`${[...actor.teams]}::text[]`;
	return sql`(not confidential or team_id = any(${teams}) or reference = any(array(
		select k.confidential_reference from requests.task k where k.team_id = any(${teams}) and k.ended_at is null
			and k.confidential_reference is not null)))`;
}
