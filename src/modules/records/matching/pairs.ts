import { sql } from "kysely";
import { v7 as newId } from "uuid";
import type { Context } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import type { Reason, Tree } from "../links/link.ts";

/** Bits for or against by which more is known of a pair than was. */
const more = 1;

type About = {
	a: string;
	b: string;
	probability: number;
	weight: number;
	reasons: readonly Reason[];
	modelId: string | null;
};

/**
 * Asks a person about two records, unless somebody was asked of these two customers before: one question for each two, and none
 * twice. A question that still waits is brought up to date, and one that nobody could answer is asked again when more is known.
 */
export async function keepPair(
	tx: Handle,
	ctx: Context,
	one: Tree,
	other: Tree,
	about: About,
): Promise<"to-judge" | "settled"> {
	const [ones, others] = [one, other].map(({ nodes }) => nodes.map(({ id }) => id));
	const [a, b] = about.a < about.b ? [about.a, about.b] : [about.b, about.a];
	const { probability, weight, reasons, modelId } = about;
	const between = sql`((x.a = any(${ones}::uuid[]) and x.b = any(${others}::uuid[]))
		or (x.a = any(${others}::uuid[]) and x.b = any(${ones}::uuid[])))`;
	// A pair that an officer is judging at this moment is let be: whoever waited for it here would hold what they wait for.
	const { rows } = await sql`with asked as (
			update records.pair set probability = ${probability}, weight = ${weight}, reasons = ${JSON.stringify(reasons)},
				model_id = ${modelId}, state = case when state = 'lapsed' then 'waiting' else state end, settled_at = null
			where id in (select id from records.pair
				where (a, b) = (${a}, ${b}) and (state = 'waiting' or (state = 'lapsed' and abs(weight - ${weight}) >= ${more}))
				for update skip locked)
				and not exists (select from records.apart x where ${between})
			returning id
		), fresh as (
			insert into records.pair (id, a, b, probability, weight, reasons, model_id, found_at)
			select ${newId()}, ${a}, ${b}, ${probability}, ${weight}, ${JSON.stringify(reasons)}, ${modelId}, ${ctx.now}
			where not exists (select from records.apart x where ${between})
				and not exists (select from records.pair x where ${between} and (state <> 'lapsed' or (x.a, x.b) = (${a}, ${b})))
			on conflict do nothing returning id
		)
		select id from asked union all select id from fresh`.execute(tx);
	return rows.length > 0 ? "to-judge" : "settled";
}
