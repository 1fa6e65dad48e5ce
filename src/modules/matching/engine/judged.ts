/** What people said of pairs, for the lessons: those they call one are counted as such, and those they call two as nobody. */
import { type Duck, fillTable } from "./duck.ts";

/** Two records by their ids, and whether a person said that they are of one customer. */
export type Judged = { a: string; b: string; same: boolean };

/** Conditions on a table of pairs `a`, `b`. */
export const untold = "(a, b) not in (select (a, b) from judged)";
export const toldSame = "(a, b) in (select (a, b) from judged where same = 1)";

/** Makes `judged(a, b, same)` of those whose records are there. Answers whether there are any. */
export async function fillJudged(duck: Duck, judged: readonly Judged[]): Promise<boolean> {
	if (judged.length === 0) return false;
	async function* rows() {
		for (const { a, b, same } of judged) yield { number: same ? 1 : 0, texts: [a, b] };
	}
	await duck.run("create table said(same integer, one varchar, other varchar)");
	await fillTable(duck, "said", 2, rows());
	await duck.run(`create table judged as select least(a.row, b.row) as a, greatest(a.row, b.row) as b, min(same) as same
		from said join record a on a.id = said.one join record b on b.id = said.other group by all`);
	return true;
}
