/** The weight of each compared pair, comparison by comparison. */
import type { Model } from "../model/model.ts";
import { type Learnt, priorWeight, weightOf } from "../rules/weights.ts";
import type { Duck } from "./duck.ts";
import type { Stock } from "./records.ts";

/**
 * Makes `into(a, b, conflict, asks, weight, household, w0, w1, …)` of the pairs of `from` that weigh at least `least` bits. `conflict`:
 * they differ in what no group may differ in; `asks`: a person must be asked. `household`: what the weight loses because they may be two of one household.
 */
export async function score(
	duck: Duck,
	given: { model: Model; learnt: Learnt; stock: Stock; from: string; into: string; least: number },
): Promise<void> {
	const { model, learnt, stock, from, into, least } = given;
	const each = model.comparisons.map((_, at) => `w${at}`);
	const weights = model.comparisons.map((_, at) => `${weightSql(model, learnt, stock, at)} as w${at}`);
	const homes = model.comparisons.map((_, at) => `coalesce(${householdSql(learnt, at)}, 0)`);
	const conflicts = model.comparisons.flatMap(({ guards, levels }, at) =>
		guards ? [`p.l${at} = ${levels.length - 1}`] : [],
	);
	const asks = model.comparisons.flatMap(({ levels }, at) =>
		levels.flatMap((one, step) => (one.asks ? [`p.l${at} = ${step}`] : [])),
	);
	const strangers = [priorWeight(learnt.prior), ...each.map((name) => `coalesce(${name}, 0)`)].join(" + ");
	const home = [Math.log2(learnt.prior / learnt.kin), ...homes].join(" + ");
	await duck.run(`create table if not exists ${into}(a integer, b integer, conflict boolean, asks boolean, weight double, household double,
		${each.map((name) => `${name} double`).join(", ")})`);
	await duck.run(`insert into ${into} select a, b, conflict, asks, weight, weight - s, ${each.join(", ")}
		from (select *, ${againstBothSql("s", "h")} as weight from (select *, ${strangers} as s from (
			select p.a, p.b, ${conflicts.join(" or ") || "false"} as conflict,
			${asks.join(" or ") || "false"} as asks, ${home} as h, ${weights.join(", ")}
			from ${from} p join record a on a.row = p.a join record b on b.row = p.b)))
		where weight >= ${least}`);
}

function householdSql({ m, h }: Learnt, at: number): string {
	const cases = (m[at] ?? []).map((chance, level) => `when ${level} then ${weightOf(chance, h[at]?.[level] ?? 1)}`);
	return `case p.l${at} ${cases.join(" ")} end`;
}

function weightSql({ comparisons }: Model, learnt: Learnt, { all, held }: Stock, at: number): string {
	const cases = (comparisons[at]?.levels ?? []).map(({ rare }, level) => {
		const m = learnt.m[at]?.[level] ?? 1;
		const u = learnt.u[at]?.[level] ?? 1;
		const weight = weightOf(m, u).toFixed(6);
		if (rare === undefined || !held.has(rare.field)) return `when ${level} then ${weight}`;
		const commoner = `greatest(a.held_${rare.field}, b.held_${rare.field})`;
		return `when ${level} then ${weight} + ${rare.share} * ${raritySql(u, commoner, all)}`;
	});
	return `case p.l${at} ${cases.join(" ")} end`;
}

/** `rarity` of the rules, over a column that says how many records hold the value. */
export function raritySql(u: number, held: string, all: number): string {
	return `log2(${u} / ((greatest(${held} - 2, 0) + 1) / ${Math.max(all - 2, 0) + 1 / u}))`;
}

/** `againstBoth` of the rules, over two columns of bits. */
export function againstBothSql(strangers: string, household: string): string {
	const least = `least(${strangers}, ${household})`;
	return `${least} - log2(pow(2, ${least} - ${strangers}) + pow(2, ${least} - ${household}))`;
}
