/** What speaks for and against, one after the other: each step stands where the one before ended. */
import type { Reason } from "../../links/link.ts";

export type Step = {
	readonly says: string;
	readonly level: string;
	readonly bits: number;
	/** The sum before and after it. */
	readonly from: number;
	readonly to: number;
};

/** What stands among the reasons and is no comparison: the odds at the start, and what is lost since households are alike. */
const notCompared = ["before", "household"];

/** The reasons that are comparisons, what says most first. */
export function comparisonsIn(reasons: readonly Reason[]): readonly Reason[] {
	return reasons
		.filter(({ comparison }) => !notCompared.includes(comparison))
		.toSorted((one, other) => Math.abs(other.bits) - Math.abs(one.bits));
}

/** Bits that are shown as nothing. */
const nothingMuch = 0.05;

/**
 * The odds before anything is compared, then each comparison, what says most first, and last what is lost because two people of
 * one household may agree so too. What says nothing is left out.
 */
export function stepsOf(reasons: readonly Reason[]): readonly Step[] {
	const named = (name: string) => reasons.filter(({ comparison }) => comparison === name);
	let from = 0;
	return [...named("before"), ...comparisonsIn(reasons), ...named("household")]
		.filter(({ bits }) => Math.abs(bits) >= nothingMuch)
		.map(({ says, level, bits }) => {
			const step = { says, level, bits, from, to: from + bits };
			from = step.to;
			return step;
		});
}

/** The least and the greatest that the sum is on its way, and nothing, which is always in the picture. */
export function reachOf(steps: readonly Step[]): { least: number; greatest: number } {
	const reached = [0, ...steps.flatMap(({ from, to }) => [from, to])];
	return { least: Math.min(...reached), greatest: Math.max(...reached) };
}
