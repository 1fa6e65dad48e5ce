import type { Edge } from "./groups.ts";

/** The pairs that remain when each record of the second file may have one partner at most, and with `both` each of the first too. */
export function assigned(edges: readonly Edge[], both: boolean): Edge[] {
	const [ones, others] = [new Set<number>(), new Set<number>()];
	const strongestFirst = edges.toSorted((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
	return strongestFirst.filter(({ a, b }) => {
		if (others.has(b) || (both && ones.has(a))) return false;
		ones.add(a);
		others.add(b);
		return true;
	});
}
