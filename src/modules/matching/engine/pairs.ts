/** Which pairs of records are compared, and on which level they agree in each comparison. */
import { fieldOf, keyOf, levelOf, pairColumns } from "../model/sql.ts";
import type { Block, Model } from "../model/model.ts";
import type { Duck } from "./duck.ts";
import type { Stock } from "./records.ts";

/** The blocks that these files have fields for, in order; bit `at` of a pair's `blocks` says that it shares the key of this one. */
export function usableBlocks(model: Model, { held }: Stock): readonly Block[] {
	return model.blocks.filter(({ on }) => on.every((part) => held.has(fieldOf(part))));
}

/** The comparisons that these files have fields for. */
export function usable(model: Model, { held }: Stock): Model {
	return {
		...model,
		comparisons: model.comparisons.filter(
			({ needs }) => needs.length === 0 || needs.some((set) => set.every((field) => held.has(field))),
		),
	};
}

/** Makes `pair(a, b)`: every two records that share a key, once. With two files, one of each. Answers how many. */
export async function findPairs(
	duck: Duck,
	model: Model,
	stock: Stock,
	say: (sentence: string) => void,
): Promise<number> {
	const blocks = usableBlocks(model, stock);
	const keys = blocks.map(({ on }, at) => `${keyOf(on)} as k${at}`).join(", ");
	await duck.run(`create table key as select row, file${keys === "" ? "" : `, ${keys}`} from record`);
	await duck.run("create table pair(a integer, b integer)");
	const apart = stock.sizes[1] > 0 ? "and a.file <> b.file" : "";
	for (const [at, { loose }] of blocks.entries()) {
		const { strict, always } = model.pairs;
		await thinOut(duck, at, model.most, Math.max(always, stock.all * (loose ? model.pairs.loose : strict)));
		const before = blocks.slice(0, at).map((_, one) => `and (a.k${one} = b.k${one}) is not true`);
		await duck.run(`insert into pair select a.row, b.row from key a join key b on a.k${at} = b.k${at}
			where a.row < b.row ${apart} ${before.join(" ")}`);
	}
	const [count] = await duck.numbers("select count(*) from pair");
	const found = count?.[0] ?? 0;
	say(`${found.toLocaleString("en-GB")} pairs to compare, found by ${blocks.length} blocks`);
	return found;
}

/** Takes the keys of block `at` away that more than `most` records share, or that would bring more than `pairs` pairs in all. */
async function thinOut(duck: Duck, at: number, most: number, pairs: number): Promise<void> {
	await duck.run(`create or replace table crowd as select k${at} as k, count(*) as size from key
		where k${at} is not null group by 1 having count(*) > 1`);
	const [sizes, sums] = await duck.numbers(
		"select size, sum(count(*) * size * (size - 1) / 2) over (order by size) from crowd group by size order by size",
	);
	const least = sizes?.find((size, one) => size > most || (sums?.[one] ?? 0) > pairs);
	if (least === undefined) return;
	await duck.run(`update key set k${at} = null where k${at} in (select k from crowd where size >= ${least})`);
}

/** Makes `sample(a, b)`: pairs as chance would have them; every pair there is when they are not many. Answers how many. */
export async function samplePairs(duck: Duck, { sizes, all }: Stock): Promise<number> {
	const most = 1_000_000;
	const [first, second] = inTurn(sizes);
	const there = sizes[1] > 0 ? first * second : (all * (all - 1)) / 2;
	const from = sizes[1] > 0 ? sizes[0] : 0;
	if (there <= most)
		await duck.run(`create table sample as select a.row as a, b.row as b from record a join record b
			on ${sizes[1] > 0 ? "a.file = '0' and b.file = '1'" : "a.row < b.row"}`);
	// By a hash and not by chance: the same files always teach the same.
	else
		await duck.run(`create table sample as select * from (select (hash(i) % ${first})::integer as a,
			(${from} + hash(i, 'other') % ${second})::integer as b from range(${most}) t(i)) where a <> b`);
	return there;
}

function inTurn(sizes: readonly [number, number]): readonly [number, number] {
	return sizes[1] > 0 ? sizes : [sizes[0], sizes[0]];
}

/** Makes `into(a, b, l0, l1, …)` with a level for each comparison, and with `blocks` where pairs of `from` teach. */
export async function compare(
	duck: Duck,
	model: Model,
	from: string,
	into: string,
	lessons: readonly number[],
): Promise<void> {
	const levels = model.comparisons.map((comparison, at) => `coalesce(${levelOf(comparison)}, -1)::tinyint as l${at}`);
	const bits = lessons.map((at, bit) => `case when ka.k${at} = kb.k${at} then ${2 ** bit} else 0 end`);
	const keys = lessons.length === 0 ? "" : "join key ka on ka.row = p.a join key kb on kb.row = p.b";
	await duck.run(`create or replace table ${into} as select a, b, blocks, ${levels.join(", ")} from (
		select p.a, p.b, (${["0", ...bits].join(" + ")})::integer as blocks, ${pairColumns(model).join(", ")}
		from ${from} p join record a on a.row = p.a join record b on b.row = p.b ${keys})`);
}
