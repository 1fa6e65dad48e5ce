import { z } from "zod";
import type { Model } from "../model/model.ts";
import { type Learnt, priorWeight, weightOf } from "../rules/weights.ts";

const level = z.object({ says: z.string(), m: z.number(), u: z.number(), household: z.number(), weight: z.number() });

export const cardShape = z.object({
	model: z.string(),
	says: z.string(),
	thresholds: z.object({ ask: z.number(), link: z.number() }),
	/** The odds before anything is compared. */
	prior: z.number(),
	comparisons: z.array(z.object({ name: z.string(), says: z.string(), levels: z.array(level) })),
});

/** What a model knows, as data: which agreement speaks how much, as learnt from these files. Weights are in bits. */
export type Card = z.infer<typeof cardShape>;

export function cardOf({ model, learnt }: { model: Model; learnt: Learnt }): Card {
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
