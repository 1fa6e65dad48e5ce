import assert from "node:assert/strict";
import { test } from "node:test";
import { againstBoth, bitsOf, householdChances, probabilityOf, rarity, weightOf } from "./weights.ts";

test("weights add up to the odds of the worked example", () => {
	const weight = [-6.67, 4.74, 6.49, -1.97, -1.12, 8.0].reduce((sum, bits) => sum + bits, 0);
	assert.ok(weight >= 9.47 - 1e-9 && weight <= 9.48, String(weight));
	assert.equal(probabilityOf(weight).toFixed(4), "0.9986");
});

test("bits and probabilities are two ways to say one thing", () => {
	for (const [bits, probability] of [
		[0, 0.5],
		[2, 0.8],
		[3, 0.8889],
		[4, 0.9412],
		[7, 0.9922],
	] as const)
		assert.equal(probabilityOf(bits).toFixed(4), probability.toFixed(4));
	assert.equal(bitsOf(probabilityOf(-3.5)).toFixed(6), "-3.500000");
	assert.equal(weightOf(0.9, 0.9), 0);
});

test("a rare surname says more than a common one, and the pair itself does not make it common", () => {
	const u = 0.001;
	assert.ok(rarity(u, 2, 10_000) > 0);
	assert.ok(rarity(u, 400, 10_000) < -3);
	// In a file of fifty nothing can be seen to be rarer than it is on average by more than the file shows.
	assert.ok(Math.abs(rarity(u, 2, 50)) < 0.1);
});

test("what a household shares speaks against strangers only", () => {
	const [m, u] = [[[0.9, 0.1]], [[0.01, 0.99]]];
	assert.deepEqual(householdChances(m, u, [1]), [[0.9, 0.1]]);
	assert.deepEqual(householdChances(m, u, [0]), [[0.01, 0.99]]);
	assert.ok(againstBoth(30, 1) < 1);
	assert.ok(againstBoth(30, 1) > 0.99);
	assert.equal(againstBoth(3, 3), 2);
});
