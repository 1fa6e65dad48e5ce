import { sql } from "kysely";
import type { OfficerContext } from "../../../platform/context/index.ts";
import type { Tree } from "../links/link.ts";
import { purposeOf } from "../purposes/pack.ts";
import type { Purpose } from "../purposes/purpose.ts";
import { mayState, type Seen } from "../purposes/seen.ts";
import { seenOf } from "./sight.ts";

/** An officer's opening of a customer's records for a purpose. */
export type LookUp = {
	id: string;
	purpose: Purpose;
	/** In the officer's words; empty where the purpose asks for none. */
	why: string;
	/** The reference of the work in hand. */
	work: string | null;
	at: Date;
	until: Date;
	/** What of a source it opens to this officer: `front-door`, or the id of a source. */
	sees: (source: string) => Seen;
};

/** How long it is good for: about as long as a contact. */
export const liveFor = 30 * 60_000;

/**
 * The look-up by which the officer has all records of this customer open now; undefined when they must say why first. One that
 * was for fewer records, before others were linked with them, opens none of the others.
 */
export async function currentLookUp(ctx: OfficerContext, tree: Tree): Promise<LookUp | undefined> {
	const ids = tree.nodes.map(({ id }) => id);
	const row = await ctx.house.db
		.selectFrom("records.look_up")
		.select(["id", "purpose", "why", "work", "at", "until"])
		.where("officer_id", "=", ctx.actor.id)
		.where("head_id", "in", ids)
		.where("until", ">", ctx.now)
		.where(sql<boolean>`record_ids @> ${ids}::uuid[]`)
		.orderBy("until", "desc")
		.orderBy("id", "desc")
		.limit(1)
		.executeTakeFirst();
	return row && readLookUp(ctx, row);
}

export type LookUpRow = { id: string; purpose: string; why: string; work: string | null; at: Date; until: Date };

/** Undefined for a purpose that the pack no longer has, or that the officer may no longer state. */
export function readLookUp(ctx: OfficerContext, row: LookUpRow): LookUp | undefined {
	const { roles } = ctx.actor;
	const purpose = purposeOf(ctx.house, row.purpose);
	if (!purpose || !mayState(purpose, roles)) return undefined;
	return { ...row, purpose, sees: (source) => seenOf(ctx.house, purpose, roles, source) };
}
