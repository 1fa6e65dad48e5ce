import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { audit } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import type { Tree } from "../links/link.ts";
import type { Purpose } from "../purposes/purpose.ts";
import { liveFor, type LookUp, readLookUp } from "./lookUp.ts";
import { openedIn } from "./sight.ts";

export type Stated = {
	purpose: Purpose;
	why: string;
	/** The request whose work it is for. */
	work?: { reference: string; team: string };
};

/**
 * Writes down that an officer opens a customer's records, and what that opens. Said twice within its time, or in two windows at
 * once, it is one look-up.
 */
export async function beginLookUp(ctx: OfficerContext, tree: Tree, stated: Stated): Promise<LookUp> {
	const { house, actor, now } = ctx;
	const { purpose, why, work } = stated;
	const ids = tree.nodes.map(({ id }) => id);
	const row = await house.db.transaction().execute(async (tx) => {
		await sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.id} ${tree.head.id}`}, 5))`.execute(tx);
		// A statement of its own: it sees what was written while this one waited.
		const same = await tx
			.selectFrom("records.look_up")
			.select(["id", "purpose", "why", "work", "at", "until"])
			.where("officer_id", "=", actor.id)
			.where("head_id", "=", tree.head.id)
			.where("until", ">", now)
			.where(sql<boolean>`record_ids @> ${ids}::uuid[]`)
			.where("purpose", "=", purpose.id)
			.where("why", "=", why)
			.where("work", "is not distinct from", work?.reference ?? null)
			.orderBy("until", "desc")
			.limit(1)
			.executeTakeFirst();
		if (same) return same;
		const opened = openedIn(house, purpose, actor.roles, tree);
		const made = {
			id: newId(),
			purpose: purpose.id,
			why,
			work: work?.reference ?? null,
			at: now,
			until: new Date(now.getTime() + liveFor),
		};
		await tx
			.insertInto("records.look_up")
			.values({
				...made,
				head_id: tree.head.id,
				record_ids: ids,
				officer_id: actor.id,
				officer_name: actor.name,
				team_id: teamOf(actor.teams, [work?.team, purpose.team]),
				opened: JSON.stringify(opened),
				purpose_name: purpose.name,
				told: purpose.untold === undefined,
			})
			.execute();
		await audit(tx, ctx, {
			action: "look-up.begun",
			subject: { kind: "record", id: tree.head.id },
			purpose: purpose.id,
			after: { lookUp: made.id, work: made.work, opened },
		});
		return made;
	});
	const lookUp = readLookUp(ctx, row);
	if (!lookUp) throw new Error(`The purpose ${purpose.id} was gone while it was stated.`);
	return lookUp;
}

/** Whoever belongs to several teams works for that of the request, for the purpose's own, or for the first of them. */
function teamOf(teams: readonly string[], likely: readonly (string | undefined)[]): string | null {
	return likely.find((team) => team !== undefined && teams.includes(team)) ?? teams[0] ?? null;
}
