import type { Chances, Learnt } from "./weights.ts";

/** How often each pattern of levels was seen; -1 is nothing to compare. One array of levels for each comparison. */
export type Patterns = { levels: readonly Int8Array[]; counts: Float64Array };

/** For each pattern, the chance that it is of one person, and that it is of two of one household. */
export type Beliefs = { one: Float64Array; kin: Float64Array };

const none: ReadonlySet<number> = new Set();

/** What each pattern is by Bayes' rule; comparisons `without` say nothing. */
export function beliefsIn(patterns: Patterns, { m, u, h, prior, kin }: Learnt, without = none): Beliefs {
	const ratio = (chances: Chances) =>
		chances.map((levels, at) => levels.map((chance, level) => Math.log(chance / (u[at]?.[level] ?? 1))));
	const [ones, kins] = [ratio(m), ratio(h)];
	const stranger = Math.max(1 - prior - kin, 1e-9);
	const beliefs = { one: new Float64Array(patterns.counts.length), kin: new Float64Array(patterns.counts.length) };
	for (let at = 0; at < patterns.counts.length; at++) {
		let [one, household] = [Math.log(prior / stranger), Math.log(kin / stranger)];
		for (const [comparison, levels] of patterns.levels.entries()) {
			const level = levels[at] ?? -1;
			if (level < 0 || without.has(comparison)) continue;
			one += ones[comparison]?.[level] ?? 0;
			household += kins[comparison]?.[level] ?? 0;
		}
		const most = Math.max(one, household, 0);
		const [a, b] = [Math.exp(one - most), Math.exp(household - most)];
		const sum = a + b + Math.exp(-most);
		beliefs.one[at] = a / sum;
		beliefs.kin[at] = b / sum;
	}
	return beliefs;
}

/** How many pairs stand on each level of one comparison, each pattern counting `worth` of its pairs. */
export function countedAt(
	patterns: Patterns,
	comparison: number,
	size: number,
	worth: (at: number) => number,
): number[] {
	const seen = Array.from({ length: size }, () => 0);
	const levels = patterns.levels[comparison];
	for (let at = 0; at < patterns.counts.length; at++) {
		const level = levels?.[at] ?? -1;
		if (level >= 0) seen[level] = (seen[level] ?? 0) + worth(at) * (patterns.counts[at] ?? 0);
	}
	return seen;
}

/** How many pairs the beliefs come to. */
export function expected(patterns: Patterns, belief: Float64Array): number {
	return belief.reduce((sum, chance, at) => sum + chance * (patterns.counts[at] ?? 0), 0);
}

export function shares(counts: readonly number[]): number[] {
	const total = counts.reduce((sum, count) => sum + count, 0);
	return counts.map((count) => Math.max(count / total, 1e-12));
}
