/** Learning m and u from pairs nobody has judged: expectation-maximisation over counted patterns of agreement. */
import { beliefsIn, countedAt, expected, type Patterns, shares } from "./patterns.ts";
import { type Chances, householdChances, type Learnt } from "./weights.ts";

/**
 * Pairs that share a block. `fixed`: the comparisons that the block itself decides, of which it can teach nothing. `told`: those
 * of them that people say are of one person; what people say are two is in neither.
 */
export type Lesson = { patterns: Patterns; told?: Patterns; fixed: ReadonlySet<number> };

/**
 * `sample`: pairs drawn at random, nearly all of strangers. `candidates`: every pair that any block brings together, out of
 * `all` that there are, of which they are trusted to hold the share `found` of one person's. `guess`: m to begin with.
 * `shared`: for each comparison, how often a household shares it. `others`: a first guess of how many pairs are of a household.
 */
export type Study = {
	sample: Patterns;
	lessons: readonly Lesson[];
	candidates: Patterns;
	all: number;
	found: number;
	guess: Chances;
	shared: readonly number[];
	others: number;
};

/** As many pairs as the first guess of m is worth against what is seen, so that a level seen once is not believed too much. */
const guessCounts = 10;

/** Strangers are known better once those who are not are, and the other way round; after four turns little changes. */
export function learn(study: Study): Learnt {
	const { sample, lessons, guess, shared, all, others } = study;
	const kin = Math.min(0.1, others / all);
	const start = chances(sample, guess, undefined);
	let learnt: Learnt = { m: guess, u: start, h: householdChances(guess, start, shared), prior: kin / 10, kin };
	for (let turn = 0; turn < 4; turn++) {
		const m = likeness(lessons, learnt, guess, shared);
		learnt = { ...learnt, m, h: householdChances(m, learnt.u, shared) };
		learnt = { ...learnt, ...sharesOfAll(study, learnt) };
		const u = chances(sample, guess, learnt);
		learnt = { ...learnt, u, h: householdChances(m, u, shared) };
	}
	return learnt;
}

/** u, from random pairs, each counted by how surely it is of strangers. Half a pair more: what was not seen is not impossible. */
function chances(sample: Patterns, guess: Chances, learnt: Learnt | undefined): Chances {
	const beliefs = learnt && beliefsIn(sample, learnt);
	const strangers = (at: number) => (beliefs ? 1 - (beliefs.one[at] ?? 0) - (beliefs.kin[at] ?? 0) : 1);
	return guess.map((levels, at) => shares(countedAt(sample, at, levels.length, strangers).map((count) => count + 0.5)));
}

/** m, from every block's pairs together, each comparison only from blocks that do not decide it. */
function likeness(lessons: readonly Lesson[], before: Learnt, guess: Chances, shared: readonly number[]): Chances {
	const taught = lessons.map((lesson) => ({ ...lesson, one: withinBlock(lesson, before, shared) }));
	return guess.map((levels, comparison) => {
		const seen = levels.map((m) => m * guessCounts);
		for (const { patterns, told, fixed, one } of taught) {
			if (fixed.has(comparison)) continue;
			const sure = told ? countedAt(told, comparison, levels.length, () => 1) : [];
			for (const [level, count] of sure.entries()) seen[level] = (seen[level] ?? 0) + count;
			const more = countedAt(patterns, comparison, levels.length, (at) => one[at] ?? 0);
			for (const [level, count] of more.entries()) seen[level] = (seen[level] ?? 0) + count;
		}
		return shares(seen);
	});
}

const rounds = 40;

/** The chance of each pattern in a block to be of one person, by shares and an m of the block's own. */
function withinBlock({ patterns, fixed }: Lesson, before: Learnt, shared: readonly number[]): Float64Array {
	const total = patterns.counts.reduce((sum, count) => sum + count, 0);
	const share = (count: number) => Math.min(0.98, Math.max(1e-6, (count + 0.5) / (total + 1.5)));
	let learnt: Learnt = { ...before, prior: 0.3, kin: 0.1 };
	let beliefs = beliefsIn(patterns, learnt, fixed);
	for (let round = 0; round < rounds; round++) {
		const { one } = beliefs;
		const m = before.m.map((levels, comparison) => {
			if (fixed.has(comparison)) return levels;
			const seen = countedAt(patterns, comparison, levels.length, (at) => one[at] ?? 0);
			return shares(seen.map((count, level) => count + guessCounts * (levels[level] ?? 0)));
		});
		const [prior, kin] = [share(expected(patterns, one)), share(expected(patterns, beliefs.kin))];
		const still = Math.abs(prior - learnt.prior) < 1e-5;
		learnt = { m, u: before.u, h: householdChances(m, before.u, shared), prior, kin };
		beliefs = beliefsIn(patterns, learnt, fixed);
		if (still) break;
	}
	return beliefs.one;
}

/** The shares of all pairs that are of one person and of one household, until they no longer move. */
function sharesOfAll({ candidates, all, found }: Study, learnt: Learnt): { prior: number; kin: number } {
	let { prior, kin } = learnt;
	for (let round = 0; round < 100; round++) {
		const beliefs = beliefsIn(candidates, { ...learnt, prior, kin });
		const next = Math.min(0.3, Math.max(1e-12, expected(candidates, beliefs.one) / found / all));
		const still = Math.abs(next - prior) < 1e-5 * prior;
		prior = next;
		// Every file of residents has households, though few of its pairs show them.
		kin = Math.min(0.3, Math.max(prior / 16, expected(candidates, beliefs.kin) / all));
		if (still) break;
	}
	return { prior, kin };
}
