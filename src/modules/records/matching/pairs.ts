import { sql } from "kysely";
import { v7 as newId } from "uuid";
import type { Context } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import type { Reason, Tree } from "../links/link.ts";

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
 * twice. A question that still waits is brought up to date.
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
				where (a, b) = (${a}, ${b}) and state in ('waiting', 'lapsed') for update skip locked)
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

/** Nobody need judge any more what is one customer now. Whoever is judging at this moment is told themselves; the pair of `a` and `b` itself is settled by whoever judged it. */
export async function letPairsLapse(
	tx: Handle,
	ctx: Context,
	one: Tree,
	other: Tree,
	judged: { a: string; b: string } | undefined,
): Promise<void> {
	const ids = [...one.nodes, ...other.nodes].map(({ id }) => id);
	const but = judged ? sql`and (a, b) <> (${judged.a}, ${judged.b})` : sql``;
	await sql`update records.pair set state = 'lapsed', settled_at = ${ctx.now}
		where id in (select id from records.pair
			where a = any(${ids}::uuid[]) and b = any(${ids}::uuid[]) and settled_at is null ${but} for update skip locked)`.execute(
		tx,
	);
}
