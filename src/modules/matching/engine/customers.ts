/** What each pair comes to when the groups that records form are looked at as wholes. */
import type { Model } from "../model/model.ts";
import { bondsOf, components, type Edge, partsOf } from "../rules/groups.ts";
import { bitsOf, probabilityOf } from "../rules/weights.ts";

/** A part of this many records is weighed whole; what is larger is no person and is cut at its weakest links first. */
const largest = 150;

export type Verdict = { a: number; b: number; probability: number };

/** Pairs of one component that no block had brought together. */
export function missingPairs(edges: readonly Edge[]): { parts: number[][]; missing: { a: number; b: number }[] } {
	const known = new Set(edges.map(({ a, b }) => pairKey(a, b)));
	const byPart = grouped(edges);
	const parts = byPart.flatMap((own) => (own.length > 0 ? partsOf(own, largest) : []));
	const missing: { a: number; b: number }[] = [];
	for (const part of parts)
		for (const [at, one] of part.entries())
			for (const other of part.slice(at + 1))
				if (!known.has(pairKey(one, other))) missing.push({ a: Math.min(one, other), b: Math.max(one, other) });
	return { parts, missing };
}

/** Numbers up to 2^26 make one exact number of two. */
function pairKey(one: number, other: number): number {
	return Math.min(one, other) * 2 ** 26 + Math.max(one, other);
}

function grouped(edges: readonly Edge[]): Edge[][] {
	const parts = components(edges);
	const partOf = new Map(parts.flatMap((records, at) => records.map((record): [number, number] => [record, at])));
	const groups: Edge[][] = parts.map(() => []);
	for (const edge of edges) groups[partOf.get(edge.a) ?? -1]?.push(edge);
	return groups;
}

/**
 * Within one group a pair is as likely as the bond that brought its two sides together, if that says more than the pair alone.
 * Between groups a pair is never linked without asking, however alike the two are.
 */
export function verdicts(model: Model, parts: readonly (readonly number[])[], edges: readonly Edge[]): Verdict[] {
	const weights = new Map(
		edges.map(({ a, b, weight, conflict }) => [pairKey(a, b), conflict ? Number.NEGATIVE_INFINITY : weight]),
	);
	const own = new Map(edges.map(({ a, b, weight }) => [pairKey(a, b), weight]));
	const within = new Map<number, number>();
	const least = bitsOf(model.thresholds.ask);
	for (const part of parts) {
		const bonds = bondsOf(part, (a, b) => weights.get(pairKey(a, b)) ?? -28, least);
		for (const { first, second, weight } of bonds)
			for (const a of first)
				for (const b of second) within.set(pairKey(a, b), Math.max(weight, own.get(pairKey(a, b)) ?? weight));
	}
	return edges.map(({ a, b, weight, asks }) => {
		const bond = within.get(pairKey(a, b));
		const alone = bond === undefined || asks;
		return { a, b, probability: alone ? unlinked(model, bond ?? weight) : probabilityOf(bond) };
	});
}

/** What a pair comes to that must not be linked without asking. */
export function unlinked({ thresholds }: Model, weight: number): number {
	return Math.min(probabilityOf(weight), probabilityOf(bitsOf(thresholds.link) - 0.01));
}
