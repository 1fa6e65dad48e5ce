import type { Model } from "../../../matching/index.ts";
import type { Reason } from "../../links/link.ts";
import { comparisonsIn } from "./steps.ts";
import type { Evidence } from "./verdict.ts";

/** What a pair's weights come to, and which of its comparisons are at a step that only a person may decide. */
export function evidenceOf(model: Model, pair: { probability: number; reasons: readonly Reason[] }): Evidence {
	const asks = pair.reasons.filter(({ comparison, level }) => {
		const known = model.comparisons.find(({ name }) => name === comparison);
		const at = known?.levels.findIndex((step) => step.says === level) ?? -1;
		const differs = known?.guards === true && at === known.levels.length - 1;
		return differs || known?.levels[at]?.asks === true;
	});
	return { probability: pair.probability, asks: asks.map(({ says }) => says) };
}

/** In a few words, for a list: what speaks most for one customer, and what most against. */
export function inShort(reasons: readonly Reason[]): string {
	const strongest = comparisonsIn(reasons);
	const named = (found: readonly Reason[], most: number) =>
		found
			.slice(0, most)
			.map(({ says }) => says.toLowerCase())
			.join(", ");
	const [on, against] = [strongest.filter(({ bits }) => bits >= 1), strongest.filter(({ bits }) => bits <= -1)];
	const said = [on.length > 0 && `For: ${named(on, 3)}`, against.length > 0 && `Against: ${named(against, 2)}`].filter(
		(part) => part !== false,
	);
	return said.join(". ");
}
