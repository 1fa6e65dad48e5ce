/** Judging linked pairs by known truth: a file of pairs, with or without a verdict on each, or one that says each record's group. */
import { FaultyFile } from "./table/table.ts";
import { pairsOf, truthOf } from "./table/truth.ts";
import { type Measured, measureAt } from "./rules/measure.ts";

const thresholds = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999];

/**
 * `judged`: how many pairs truth says anything about, where it names pairs that are not of one person too; then no other
 * counts. `best`: the threshold of the highest F1.
 */
export type Evaluation = { truths: number; at: readonly Measured[]; best: Measured };

export async function evaluate(
	pairs: string,
	truth: string,
	given: { columns: Readonly<Record<string, string>>; note: (sentence: string) => void },
): Promise<Evaluation> {
	const known = await truthOf(truth, given.columns, given.note);
	const found: { probability: number; same: boolean }[] = [];
	for (const { one, other, probability } of await pairsOf(pairs, given.note)) {
		const same = known.same(one, other);
		if (same !== undefined) found.push({ probability, same });
	}
	if (found.length === 0)
		throw new FaultyFile("None of the pairs is of records that the truth knows. Are their ids the same in both files?");
	const at = thresholds.map((threshold) => measureAt(threshold, found, known.truths));
	const best = at.reduce((most, one) => (one.f1 > most.f1 ? one : most));
	return { truths: known.truths, at, best };
}
