type Ends = { a: string; b: string };

/** The records that remain together with `from` when only these links hold: two sides of a tree once the link between them is left out. */
export function reachedFrom(from: string, links: readonly Ends[]): Set<string> {
	const beside = new Map<string, string[]>();
	for (const { a, b } of links) {
		beside.set(a, [...(beside.get(a) ?? []), b]);
		beside.set(b, [...(beside.get(b) ?? []), a]);
	}
	const reached = new Set([from]);
	const queue = [from];
	for (let one = queue.pop(); one !== undefined; one = queue.pop())
		for (const next of beside.get(one) ?? []) {
			if (reached.has(next)) continue;
			reached.add(next);
			queue.push(next);
		}
	return reached;
}
