import assert from "node:assert/strict";
import { test } from "node:test";
import { assigned } from "./assignment.ts";
import { bondsOf, components, type Edge, partsOf } from "./groups.ts";

const edge = (a: number, b: number, weight: number): Edge => ({ a, b, weight, conflict: false, asks: false });

function groupsOf(records: number[], weights: Record<string, number>): number[][] {
	const bonds = bondsOf(records, (a, b) => weights[`${Math.min(a, b)}-${Math.max(a, b)}`] ?? -20, 0);
	return components(bonds.flatMap(({ first, second }) => first.flatMap((a) => second.map((b) => ({ a, b }))))).map(
		(set) => set.toSorted((x, y) => x - y),
	);
}

test("a chain of look-alikes does not make one customer of its two ends", () => {
	assert.deepEqual(groupsOf([1, 2, 3, 4], { "1-2": 12, "2-3": 3, "3-4": 12 }), [
		[1, 2],
		[3, 4],
	]);
});

test("records that all speak for each other are one customer, though one pair alone is weak", () => {
	assert.deepEqual(groupsOf([1, 2, 3], { "1-2": 12, "2-3": 10, "1-3": -2 }), [[1, 2, 3]]);
});

test("two records that must be two people are never in one group, whoever stands between", () => {
	const groups = groupsOf([1, 2, 3], { "1-2": 14, "2-3": 13, "1-3": Number.NEGATIVE_INFINITY });
	assert.deepEqual(groups, [[1, 2]]);
});

test("a component too large for a person loses its weakest links first", () => {
	const chain = Array.from({ length: 9 }, (_, at) => edge(at, at + 1, at === 4 ? 1 : 10));
	assert.deepEqual(
		partsOf(chain, 6).map((part) => part.length <= 6),
		partsOf(chain, 6).map(() => true),
	);
	assert.ok(!partsOf(chain, 6).some((part) => part.includes(4) && part.includes(5)));
});

test("each record of a list may have one partner in the other, and the strongest gets it", () => {
	const edges = [edge(1, 11, 5), edge(1, 12, 9), edge(2, 12, 8), edge(2, 11, 2), edge(3, 12, 1)];
	const pairs = (both: boolean) => assigned(edges, both).map(({ a, b }) => `${a}-${b}`);
	assert.deepEqual(pairs(true), ["1-12", "2-11"]);
	assert.deepEqual(pairs(false), ["1-12", "1-11"]);
});
