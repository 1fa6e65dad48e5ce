import type { Fault } from "../../../platform/module/index.ts";
import type { Definition, Stage } from "../definition.ts";

/** Every stage is one that a request can come to, and from which it can be closed. */
export function stageFaults(definition: Definition): Fault[] {
	const { stages, outcomes } = definition;
	const reached = everReached(definition);
	const ids = stages.map(({ id }) => id);
	// What names a stage that is not there is told as that.
	const closes = ({ id }: Stage) =>
		outcomes.some(({ from }) => !from || from.includes(id) || from.some((one) => !ids.includes(one)));
	const ends = follow(
		stages.filter(closes).map(({ id }) => id),
		leadingTo(definition),
	);
	return stages.flatMap((stage, at): Fault[] => {
		if (stage.public === "closed") return [];
		if (!reached.has(stage.id)) {
			return [
				{
					path: ["stages", at, "id"],
					sentence: `No request can come to the stage “${stage.id}”: nothing leads to it.`,
				},
			];
		}
		if (ends.has(stage.id)) return [];
		const sentence = `A request that comes to the stage “${stage.id}” can never be closed: no outcome may be given there, or anywhere it leads.`;
		return [{ path: ["stages", at, "id"], sentence }];
	});
}

/** The stages that a request may have been at when it comes to this one, itself among them. */
export function stagesBefore(definition: Definition, id: string): ReadonlySet<string> {
	const { stages, opinions, "asks-customer": sets } = definition;
	const open = stages.filter((stage) => stage.public !== "closed").map((stage) => stage.id);
	const known = leadingTo(definition);
	// A question may be asked, and a partner may reply, wherever the request is.
	const sent = new Set([
		...sets.flatMap((set) => [set.moves, set.answered.move, set.unanswered.move]),
		...opinions.flatMap(({ moves }) => moves),
	]);
	return follow([id], (to) => (sent.has(to) ? open : known(to)));
}

/** From the first stage, from reopening, and from wherever what is asked of others sends a request. */
function everReached(definition: Definition): Set<string> {
	const { stages, reopens, opinions } = definition;
	const sent = definition["asks-customer"].flatMap((set) => [set.moves, set.answered.move, set.unanswered.move]);
	const starts = [stages[0]?.id, reopens.to, ...sent, ...opinions.flatMap(({ moves }) => moves)];
	const moves = movesOf(definition);
	return follow(
		starts.filter((id) => id !== undefined),
		(id) => moves.filter(([from]) => from === id).map(([, to]) => to),
	);
}

function leadingTo(definition: Definition): (id: string) => string[] {
	const moves = movesOf(definition);
	return (id) => moves.filter(([, to]) => to === id).map(([from]) => from);
}

/** From where to where officers or automations can move a request. */
function movesOf({ stages, automation }: Definition): (readonly [string, string])[] {
	return [
		...stages.flatMap((stage, at) =>
			(stage.to ?? stages.slice(at + 1).map(({ id }) => id)).map((to) => [stage.id, to] as const),
		),
		...automation.flatMap(({ on, do: steps }) =>
			steps.flatMap((step) => ("move" in step ? [[on, step.move] as const] : [])),
		),
	];
}

function follow(starts: readonly string[], next: (id: string) => readonly string[]): Set<string> {
	const found = new Set(starts);
	for (const id of found) for (const one of next(id)) found.add(one);
	return found;
}
