import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../../../platform/context/index.ts";

/**
 * Of `requests.request`, which must be the only table of the query with these columns: the rows whose existence the actor may
 * know of. A confidential one is its present team's, and that of officers who may read all that is confidential; of other systems, it is
 * the one's that sent it. Customers come by links of their own.
 */
export function mayBeSeenBy(actor: Actor): RawBuilder<boolean> {
	if (actor.kind === "client") return sql`(not confidential or client_id = ${actor.id})`;
	if (actor.kind !== "officer" || actor.permissions.has("requests.read-confidential")) return sql`true`;
	return sql`(not confidential or team_id = any(${[...actor.teams]}::text[]))`;
}
