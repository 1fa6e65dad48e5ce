import type { Quality } from "./queries.ts";

/** One thing that can be wrong with records, with how its line is drawn: colour alone would not do. */
export type Measure = { name: string; colour: string; dashes: string; of: (quality: Quality) => number };

function sum(counts: Readonly<Record<string, number>>): number {
	return Object.values(counts).reduce((all, one) => all + one, 0);
}

/** The two that are counted by field may count one record more than once. */
export const measures: readonly Measure[] = [
	{ name: "Missing", colour: "#1d70b8", dashes: "none", of: ({ missing }) => sum(missing) },
	{ name: "Cannot be right", colour: "#ca3535", dashes: "8 3", of: ({ invalid }) => sum(invalid) },
	{ name: "There twice", colour: "#54319f", dashes: "2 3", of: ({ duplicates }) => duplicates },
	{ name: "Differs from others", colour: "#0f612d", dashes: "10 3 2 3", of: ({ conflicts }) => conflicts },
	{ name: "Stale", colour: "#7a4900", dashes: "5 5", of: ({ stale }) => stale },
];

/** From 0 to 1. */
export function partOf({ of }: Measure, quality: Quality): number {
	return quality.records === 0 ? 0 : Math.min(1, of(quality) / quality.records);
}
