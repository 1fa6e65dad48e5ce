/** The one of `known` that somebody who wrote `word` most likely meant; undefined when none is near. */
function nearest(word: string, known: Iterable<string>): string | undefined {
	let best: { name: string; steps: number } | undefined;
	for (const name of known) {
		const steps = stepsBetween(word.toLowerCase(), name.toLowerCase());
		if (steps <= Math.max(1, Math.floor(Math.max(word.length, name.length) / 3)) && steps < (best?.steps ?? Infinity)) {
			best = { name, steps };
		}
	}
	return best?.name;
}

/** ` Did you mean “x”?`, or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
	const meant = nearest(word, known);
	return meant === undefined ? "" : ` Did you mean “${meant}”?`;
}

/** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
function stepsBetween(from: string, to: string): number {
	const rows = [Array.from({ length: to.length + 1 }, (_, at) => at)];
	for (let i = 1; i <= from.length; i++) {
		const row = [i];
		for (let j = 1; j <= to.length; j++) {
			const same = from[i - 1] === to[j - 1];
			let least = Math.min(cell(rows, i - 1, j) + 1, (row[j - 1] ?? 0) + 1, cell(rows, i - 1, j - 1) + (same ? 0 : 1));
			if (from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) least = Math.min(least, cell(rows, i - 2, j - 2) + 1);
			row.push(least);
		}
		rows.push(row);
	}
	return cell(rows, from.length, to.length);
}

function cell(rows: readonly (readonly number[])[], i: number, j: number): number {
	return rows[i]?.[j] ?? Infinity;
}
