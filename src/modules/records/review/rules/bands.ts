/** Probabilities in bands, to see whether they come true. */

export type Band = { readonly from: number; readonly below: number; readonly says: string };

export const bands: readonly Band[] = [
	{ from: 0, below: 0.5, says: "below 50 in 100" },
	{ from: 0.5, below: 0.7, says: "50 to 70 in 100" },
	{ from: 0.7, below: 0.9, says: "70 to 90 in 100" },
	{ from: 0.9, below: 0.99, says: "90 to 99 in 100" },
	{ from: 0.99, below: 1.01, says: "99 in 100 and more" },
];

/** A share in words; nothing can be said of none. */
export function shareInWords(part: number, whole: number): string {
	if (whole === 0) return "none yet";
	const percent = (100 * part) / whole;
	const shown = percent > 0 && percent < 10 ? percent.toFixed(1) : String(Math.round(percent));
	return `${shown}%`;
}

/** "97 in 100"; never certain, whatever the figure is rounded to. */
export function probabilityInWords(probability: number): string {
	if (probability >= 0.9995) return "more than 999 in 1,000";
	if (probability > 0.99) return `${Math.floor(probability * 1000)} in 1,000`;
	if (probability < 0.01) return "less than 1 in 100";
	return `${Math.floor(probability * 100)} in 100`;
}
