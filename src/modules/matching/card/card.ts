import type { Linked } from "../link.ts";
import { priorWeight, weightOf } from "../rules/weights.ts";

/** What a model knows, as data: which agreement speaks how much, as learnt from these files. Weights are in bits. */
export type Card = {
	model: string;
	says: string;
	thresholds: { ask: number; link: number };
	/** The odds before anything is compared. */
	prior: number;
	comparisons: readonly {
		name: string;
		says: string;
		levels: readonly { says: string; m: number; u: number; household: number; weight: number }[];
	}[];
};

export function cardOf({ model, learnt }: Linked): Card {
	return {
		model: model.name,
		says: model.says,
		thresholds: model.thresholds,
		prior: priorWeight(learnt.prior),
		comparisons: model.comparisons.map(({ name, says, levels }, at) => ({
			name,
			says,
			levels: levels.flatMap((level, step) => {
				const [m = 1, u = 1, household = 1] = [learnt.m[at]?.[step], learnt.u[at]?.[step], learnt.h[at]?.[step]];
				return level.proves ? [] : [{ says: level.says, m, u, household, weight: weightOf(m, u) }];
			}),
		})),
	};
}
