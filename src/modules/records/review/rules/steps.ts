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

/**
 * The odds before anything is compared, then each comparison, what says most first, and last what is lost because two people of
 * one household may agree so too. `weight` is the sum of all, so the start is what the comparisons leave of it.
 */
export function stepsOf(weight: number, reasons: readonly Reason[]): { start: Step; steps: readonly Step[] } {
	const compared = reasons.filter(({ comparison }) => comparison !== "before");
	const start = weight - compared.reduce((sum, { bits }) => sum + bits, 0);
	let from = start;
	const steps = compared
		.toSorted((one, other) => isLast(one) - isLast(other) || Math.abs(other.bits) - Math.abs(one.bits))
		.map(({ says, level, bits }) => {
			const step = { says, level, bits, from, to: from + bits };
			from = step.to;
			return step;
		});
	return {
		start: { says: "Before anything is compared", level: "any two records", bits: start, from: 0, to: start },
		steps,
	};
}

function isLast({ comparison }: Reason): number {
	return comparison === "household" ? 1 : 0;
}

/** The least and the greatest that the sum is on its way, and nothing, which is always in the picture. */
export function reachOf(steps: readonly Step[]): { least: number; greatest: number } {
	const reached = [0, ...steps.flatMap(({ from, to }) => [from, to])];
	return { least: Math.min(...reached), greatest: Math.max(...reached) };
}
