import { didYouMean, type Fault } from "../../../platform/module/index.ts";
import { unlawful } from "./grantFaults.ts";
import type { Purpose } from "./purpose.ts";
import type { Declared } from "./seen.ts";

/** Where a purpose compares what none of its sources has, or what a law does not lend for it. */
export function verifyFaults(purpose: Purpose, sources: readonly Declared[]): Fault[] {
	const opened = sources.filter(({ id, flag }) => flag !== true && purpose.sources[id] !== undefined);
	return purpose.verify.flatMap((id, at): Fault[] => {
		const path = ["verify", at];
		const having = opened.flatMap((source) =>
			source.fields.filter((field) => field.id === id && field.shown !== "never").map((field) => ({ source, field })),
		);
		if (having.length > 0)
			return having.flatMap(({ source, field }) => unlawful(purpose, source, field, path)).slice(0, 1);
		const known = opened.flatMap(({ fields }) => fields.map((field) => field.id));
		return [{ path, sentence: `No source that it opens has a “${id}” to compare.${didYouMean(id, known)}` }];
	});
}
