import assert from "node:assert/strict";
import { test } from "node:test";
import { learn } from "./learning.ts";
import type { Patterns } from "./patterns.ts";

/** Every pattern of three two-level comparisons with as many pairs as these chances make of `pairs`. */
function patternsOf(groups: readonly { pairs: number; agree: readonly number[] }[]): Patterns {
	const patterns = Array.from({ length: 8 }, (_, at) => [at & 1, (at >> 1) & 1, (at >> 2) & 1]);
	const counts = patterns.map((levels) =>
		groups.reduce(
			(sum, { pairs, agree }) =>
				sum +
				pairs *
					levels.reduce((chance, level, at) => chance * (level === 0 ? (agree[at] ?? 0) : 1 - (agree[at] ?? 0)), 1),
			0,
		),
	);
	return {
		levels: [0, 1, 2].map((at) => Int8Array.from(patterns, (levels) => levels[at] ?? 0)),
		counts: Float64Array.from(counts),
	};
}

const truth = { one: [0.9, 0.8, 0.95], strangers: [0.01, 0.05, 0.001] };

test("what records of one person agree in is learnt from pairs that nobody judged", () => {
	const sample = patternsOf([{ pairs: 1_000_000, agree: truth.strangers }]);
	// Two blocks: one holds the first comparison fixed, the other the third.
	const lesson = (fixed: number) => {
		const agree = (chances: readonly number[]) => chances.map((chance, at) => (at === fixed ? 1 : chance));
		return {
			fixed: new Set([fixed]),
			patterns: patternsOf([
				{ pairs: 1000, agree: agree(truth.one) },
				{ pairs: 4000, agree: agree(truth.strangers) },
			]),
		};
	};
	const candidates = patternsOf([
		{ pairs: 2000, agree: truth.one },
		{ pairs: 10_000_000, agree: truth.strangers },
	]);
	const guess = [
		[0.7, 0.3],
		[0.7, 0.3],
		[0.7, 0.3],
	];
	const learnt = learn({
		sample,
		lessons: [lesson(0), lesson(2)],
		candidates,
		all: 10_000_000,
		found: 1,
		guess,
		shared: [0, 0, 0],
		others: 100,
	});
	for (const [at, share] of truth.one.entries()) {
		assert.ok(Math.abs((learnt.m[at]?.[0] ?? 0) - share) < 0.02, `m of ${at}: ${learnt.m[at]?.[0]}`);
		const u = truth.strangers[at] ?? 0;
		assert.ok(Math.abs((learnt.u[at]?.[0] ?? 0) - u) < 0.05 * u + 1e-6, `u of ${at}: ${learnt.u[at]?.[0]}`);
	}
	const pairs = learnt.prior * 10_000_000;
	assert.ok(pairs > 1800 && pairs < 2200, `${pairs} pairs of one person`);
});

test("a household's pairs are not taken for one person's", () => {
	// A home agrees in a household as in one person; first name and date of birth do not.
	const strangers = [0.01, 0.001, 0.00001];
	const mixed = [
		{ pairs: 1000, agree: [0.9, 0.95, 0.9] },
		{ pairs: 5000, agree: [0.01, 0.001, 0.9] },
	];
	const lesson = {
		fixed: new Set([2]),
		patterns: patternsOf(mixed.map(({ pairs, agree }) => ({ pairs, agree: [agree[0] ?? 0, agree[1] ?? 0, 1] }))),
	};
	const learnt = learn({
		sample: patternsOf([{ pairs: 1_000_000, agree: strangers }]),
		lessons: [lesson],
		all: 10_000_000,
		found: 1,
		candidates: patternsOf([...mixed, { pairs: 10_000_000, agree: strangers }]),
		guess: [
			[0.8, 0.2],
			[0.8, 0.2],
			[0.9, 0.1],
		],
		shared: [0, 0, 1],
		others: 2000,
	});
	assert.ok((learnt.m[0]?.[0] ?? 0) > 0.87, `m of the first name: ${learnt.m[0]?.[0]}`);
	const [one, home] = [learnt.prior * 10_000_000, learnt.kin * 10_000_000];
	assert.ok(one > 900 && one < 1100, `${one} pairs of one person`);
	assert.ok(home > 3000 && home < 6000, `${home} pairs of one household`);
});
