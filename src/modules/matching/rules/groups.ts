/** Records into customers: groups that hold together as a whole, and never by one weak link in a chain. */

/** `conflict`: something says that they are two, whatever else agrees. `asks`: no machine may say that they are one. */
export type Edge = { a: number; b: number; weight: number; conflict: boolean; asks: boolean };

/** Sets of records that are joined in any way at all, each of two or more; a record is a whole number. */
export function components(edges: Iterable<{ a: number; b: number }>): number[][] {
	const over = new Map<number, number>();
	const top = (record: number): number => {
		let at = record;
		for (let next = over.get(at); next !== undefined && next !== at; next = over.get(at)) {
			const further = over.get(next) ?? next;
			over.set(at, further);
			at = further;
		}
		return at;
	};
	for (const { a, b } of edges) {
		if (!over.has(a)) over.set(a, a);
		if (!over.has(b)) over.set(b, b);
		over.set(top(a), top(b));
	}
	const sets = new Map<number, number[]>();
	for (const record of over.keys()) {
		const set = sets.get(top(record));
		if (set) set.push(record);
		else sets.set(top(record), [record]);
	}
	return [...sets.values()];
}

/** One pair's say in how a group hangs together is bounded, so that no one strong likeness outvotes several conflicts. */
const bound = 14;

function bounded(weight: number): number {
	return Math.max(-bound * 2, Math.min(bound, weight));
}

/** The bond of two groups: the average of the weights of all pairs between them. */
export function averageBond(weights: readonly number[]): number {
	return weights.reduce((sum, weight) => sum + bounded(weight), 0) / weights.length;
}

/** Two groups become one at the average of the weights between all of their records. */
export type Bond = { first: readonly number[]; second: readonly number[]; weight: number };

/**
 * The bonds by which the records of one component grow together, strongest first, while the average weight between the two
 * groups is at least `least` bits. `weights`: of every two records; a pair that must not be in one group is -Infinity.
 * Records without a bond stay alone. The work grows with the cube of their number.
 */
export function bondsOf(records: readonly number[], weightOf: (a: number, b: number) => number, least: number): Bond[] {
	const groups: (readonly number[] | undefined)[] = records.map((record) => [record]);
	const sums = records.map((a) => Float64Array.from(records, (b) => (a === b ? 0 : bounded(weightOf(a, b)))));
	const barred = records.map((a) => records.map((b) => a !== b && weightOf(a, b) === Number.NEGATIVE_INFINITY));
	const bonds: Bond[] = [];
	for (;;) {
		const best = strongest(groups, sums, barred, least);
		if (!best) return bonds;
		const [first, second] = [groups[best.one] ?? [], groups[best.other] ?? []];
		bonds.push({ first, second, weight: best.weight });
		groups[best.one] = [...first, ...second];
		groups[best.other] = undefined;
		for (const at of groups.keys()) {
			const sum = (sums[best.one]?.[at] ?? 0) + (sums[best.other]?.[at] ?? 0);
			const bar = (barred[best.one]?.[at] ?? false) || (barred[best.other]?.[at] ?? false);
			for (const [x, y] of [[best.one, at] as const, [at, best.one] as const]) {
				const [row, bars] = [sums[x], barred[x]];
				if (row) row[y] = sum;
				if (bars) bars[y] = bar;
			}
		}
	}
}

type Best = { one: number; other: number; weight: number };

function strongest(
	groups: readonly (readonly number[] | undefined)[],
	sums: readonly Float64Array[],
	barred: readonly (readonly boolean[])[],
	least: number,
): Best | undefined {
	let best: Best | undefined;
	for (const [one, first] of groups.entries()) {
		if (!first) continue;
		for (let other = one + 1; other < groups.length; other++) {
			const second = groups[other];
			if (!second || barred[one]?.[other]) continue;
			const weight = (sums[one]?.[other] ?? 0) / (first.length * second.length);
			if (weight >= least && (!best || weight > best.weight)) best = { one, other, weight };
		}
	}
	return best;
}

/** Parts of a component too large to weigh whole: its weakest links go until each part has at most `most` records. */
export function partsOf(edges: readonly Edge[], most: number): number[][] {
	const parts: number[][] = [];
	const queue: Edge[][] = [[...edges]];
	for (let some = queue.pop(); some; some = queue.pop()) {
		for (const part of components(some)) {
			const inside = new Set(part);
			const own = some.filter(({ a }) => inside.has(a)).toSorted((x, y) => y.weight - x.weight);
			if (part.length <= most) parts.push(part);
			else queue.push(own.slice(0, Math.max(1, Math.floor(own.length * 0.7))));
		}
	}
	return parts;
}
