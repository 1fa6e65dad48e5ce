/**
 * How alike two texts are, exactly as the analytical engine finds it, so that a record judged alone is judged as in a batch. The
 * packages that were tried are not exact: one has a wider window and no floor, the other counts fewer kinds of swaps.
 */

/** Jaro and Winkler's likeness, 0 to 1: letters in common near each other, more for the same beginning. */
export function jaroWinkler(one: string, other: string): number {
	const [a, b] = [bytes(one), bytes(other)];
	const jaro = jaroOf(a, b);
	if (jaro <= 0.7) return jaro;
	let prefix = 0;
	while (prefix < Math.min(4, a.length, b.length) && a[prefix] === b[prefix]) prefix++;
	return Math.min(1, jaro + 0.1 * prefix * (1 - jaro));
}

export function jaro(one: string, other: string): number {
	return jaroOf(bytes(one), bytes(other));
}

/** The engine compares bytes; nearly all texts here are plain letters, of one byte each. */
function bytes(text: string): string {
	return /[^\x00-\x7f]/.test(text) ? Buffer.from(text).toString("latin1") : text;
}

function jaroOf(a: string, b: string): number {
	if (a === b) return 1;
	const window = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
	const taken = new Uint8Array(b.length);
	const common: string[] = [];
	for (let at = 0; at < a.length; at++) {
		const end = Math.min(b.length, at + window + 1);
		for (let there = Math.max(0, at - window); there < end; there++) {
			if (taken[there] === 1 || a[at] !== b[there]) continue;
			taken[there] = 1;
			common.push(a[at] ?? "");
			break;
		}
	}
	const matches = common.length;
	if (matches === 0) return 0;
	let [at, misplaced] = [0, 0];
	for (let there = 0; there < b.length; there++) if (taken[there] === 1 && b[there] !== common[at++]) misplaced++;
	return (matches / a.length + matches / b.length + (matches - Math.floor(misplaced / 2)) / matches) / 3;
}

/** Damerau and Levenshtein's distance: letters more, less or other, and neighbours swapped, even with something between them. */
export function slipsBetween(one: string, other: string): number {
	const [a, b] = [[...one], [...other]];
	const width = b.length + 2;
	const most = a.length + b.length;
	const cells = new Int32Array((a.length + 2) * width).fill(most);
	const cell = (i: number, j: number) => cells[(i + 1) * width + j + 1] ?? most;
	for (let i = 0; i <= a.length; i++) cells[(i + 1) * width + 1] = i;
	for (let j = 0; j <= b.length; j++) cells[width + j + 1] = j;
	const lastRow = new Map<string, number>();
	for (let i = 1; i <= a.length; i++) {
		let lastColumn = 0;
		for (let j = 1; j <= b.length; j++) {
			const [row, column] = [lastRow.get(b[j - 1] ?? "") ?? 0, lastColumn];
			const same = a[i - 1] === b[j - 1];
			if (same) lastColumn = j;
			cells[(i + 1) * width + j + 1] = Math.min(
				cell(i - 1, j - 1) + (same ? 0 : 1),
				cell(i, j - 1) + 1,
				cell(i - 1, j) + 1,
				cell(row - 1, column - 1) + (i - row - 1) + 1 + (j - column - 1),
			);
		}
		lastRow.set(a[i - 1] ?? "", i);
	}
	return cell(a.length, b.length);
}
