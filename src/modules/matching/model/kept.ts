import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Learnt } from "../rules/weights.ts";
import type { Model } from "./model.ts";

const chance = z.number().gt(0).lte(1);

/** What was learnt as it is kept: by the names of comparisons, so that it outlives a change of the model. */
export const keptShape = z.object({
	/** Of how many records; the fewer there are, the likelier any two of them are of one person. */
	records: z.int().min(2),
	prior: chance,
	kin: chance,
	comparisons: z.record(z.string(), z.array(z.object({ m: chance, u: chance, h: chance }))),
});

export type Kept = z.infer<typeof keptShape>;

export function keepLearnt({ comparisons }: Model, { m, u, h, prior, kin }: Learnt, records: number): Kept {
	const levels = (at: number, size: number) =>
		Array.from({ length: size }, (_, level) => ({
			m: m[at]?.[level] ?? 1,
			u: u[at]?.[level] ?? 1,
			h: h[at]?.[level] ?? 1,
		}));
	return {
		records,
		prior,
		kin,
		comparisons: Object.fromEntries(comparisons.map((one, at) => [one.name, levels(at, one.levels.length)])),
	};
}

/**
 * What is known for judging among `records` records. Of a comparison that none of the records had a field for, or whose steps
 * are others now, what invented residents taught.
 */
export function recallLearnt({ comparisons }: Model, kept: Kept, records: number): Learnt {
	const levels = comparisons.map(({ name, levels: steps }) => {
		const known = [kept, atFirst()].map((one) => one.comparisons[name]).find((one) => one?.length === steps.length);
		return known ?? steps.map(() => ({ m: 1, u: 1, h: 1 }));
	});
	const scale = kept.records / Math.max(fewest, records);
	return {
		m: levels.map((steps) => steps.map(({ m }) => m)),
		u: levels.map((steps) => steps.map(({ u }) => u)),
		h: levels.map((steps) => steps.map(({ h }) => h)),
		prior: Math.min(0.05, kept.prior * scale),
		kin: Math.min(0.1, kept.kin * scale),
	};
}

/** Of few records it is no likelier than this that two are of one person: they are some of a town's, and not all of a village's. */
const fewest = 2_000;

let invented: Kept | undefined;

/** Learnt from invented residents, for an index that is too small or too new to teach. */
export function atFirst(): Kept {
	const path = join(import.meta.dirname, "residents.learnt.json");
	invented ??= keptShape.parse(JSON.parse(readFileSync(path, "utf8")));
	return invented;
}
