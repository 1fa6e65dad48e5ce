/** How right a set of linked pairs is, against pairs that are known. */

/** A pair that truth knows: `same`, or known to be of two. */
export type Measured = {
	threshold: number;
	right: number;
	wrong: number;
	missed: number;
	precision: number;
	recall: number;
	f1: number;
};

/** `probability` of every pair that was found and whether it is truly one; `truths`: how many true pairs there are in all. */
export function measureAt(
	threshold: number,
	found: readonly { probability: number; same: boolean }[],
	truths: number,
): Measured {
	const taken = found.filter(({ probability }) => probability >= threshold);
	const right = taken.filter(({ same }) => same).length;
	const wrong = taken.length - right;
	const precision = taken.length === 0 ? 1 : right / taken.length;
	const recall = truths === 0 ? 1 : right / truths;
	const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
	return { threshold, right, wrong, missed: truths - right, precision, recall, f1 };
}
