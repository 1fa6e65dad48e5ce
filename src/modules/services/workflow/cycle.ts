import type { Fault } from "../../../platform/module/index.ts";
import type { Definition } from "../definition.ts";

/**
 * A sentence when what happens by itself at once could go round for ever: one automation moves a request to a stage on whose
 * entering another moves it back. One that waits breaks the round. Conditions are not looked at: they ask about answers, which
 * are the same at every turn.
 */
export function immediateCycle(definition: Definition): Fault[] {
	const moves = Map.groupBy(movesAtOnce(definition), ({ from }) => from);
	const visit = (stage: string, path: readonly string[]): string[] | undefined => {
		if (path.includes(stage)) return [...path.slice(path.indexOf(stage)), stage];
		for (const { to } of moves.get(stage) ?? []) {
			const round = visit(to, [...path, stage]);
			if (round) return round;
		}
		return undefined;
	};
	for (const stage of moves.keys()) {
		const round = visit(stage, []);
		if (!round) continue;
		const sentence = `Its automations go round for ever, with no time between: ${round.join(", then ")}.`;
		return [{ path: ["automation"], sentence }];
	}
	return [];
}

function movesAtOnce(definition: Definition): { from: string; to: string }[] {
	const asks = new Map(definition["asks-customer"].map((one) => [one.id, one]));
	return definition.automation
		.filter((automation) => automation.after === undefined)
		.flatMap((automation) => {
			const to = automation.do.flatMap((step) => {
				if ("move" in step) return [step.move];
				const moves = "ask" in step ? asks.get(step.ask)?.moves : undefined;
				return moves === undefined ? [] : [moves];
			});
			// Steps follow each other: the first leaves the stage, and each next leaves the one before.
			return to.map((stage, at) => ({ from: at === 0 ? automation.on : (to[at - 1] ?? automation.on), to: stage }));
		});
}
