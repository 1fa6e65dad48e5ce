import { didYouMean, type Fault, type Path, twice, within } from "../../../platform/module/index.ts";
import type { Definition } from "../definition.ts";

/** What a definition may name of the rest of the pack, and the file that has it. */
const keptIn = { team: "teams.yaml", topic: "topics.yaml", role: "roles.yaml", message: "messages.yaml" } as const;
type Named = keyof typeof keptIn;

/** The ids that the other parts of the pack have; nothing for a part that could not be read. */
export type Known = { readonly [name in Named]?: readonly string[] | undefined };

/** What definitions name that the rest of the pack does not have, and what two of them both claim. Paths begin at the list. */
export function strangers(definitions: readonly Definition[], known: Known): Fault[] {
	const at = (path: Path) => (_: unknown, place: number) => [place, ...path];
	return [
		...definitions.flatMap((definition, place) => within([place], unknownIn(definition, known))),
		...twice(
			definitions,
			(one) => one.id,
			at(["id"]),
			(id) => `Two files define the service "${id}".`,
		),
		...twice(
			definitions,
			(one) => one.name.toLowerCase(),
			at(["name"]),
			(name) => `Two services have the name "${name}".`,
		),
		...claimedTwice(
			definitions,
			(one) => one.open311?.code,
			["open311", "code"],
			(code) => `the Open311 code ${code}`,
		),
		...claimedTwice(
			definitions,
			(one) => one["top-task"],
			["top-task"],
			(place) => `place ${place} among the top tasks`,
		),
	];
}

function unknownIn(definition: Definition, known: Known): Fault[] {
	return mentions(definition).flatMap(({ what, id, path }): Fault[] => {
		const ids = known[what];
		if (!ids || ids.includes(id)) return [];
		const sentence = `It names the ${what} "${id}", which ${keptIn[what]} does not have.${didYouMean(id, ids)}`;
		return [{ path, sentence }];
	});
}

type Mention = { readonly what: Named; readonly id: string; readonly path: Path };

function mentions({ topic, owner, routing, stages, outcomes, tasks, automation }: Definition): Mention[] {
	const one = (what: Named, id: string | undefined, ...path: PropertyKey[]): Mention[] =>
		id === undefined ? [] : [{ what, id, path }];
	const roles = (list: string, by: readonly string[] | undefined, at: number) =>
		(by ?? []).flatMap((role, place) => one("role", role, list, at, "by", place));
	return [
		...one("topic", topic, "topic"),
		...one("team", owner, "owner"),
		...routing.flatMap(({ team }, at) => one("team", team, "routing", at, "team")),
		...stages.flatMap(({ by }, at) => roles("stages", by, at)),
		...outcomes.flatMap(({ by }, at) => roles("outcomes", by, at)),
		...tasks.flatMap(({ team, role }, at) => [
			...one("team", team, "tasks", at, "team"),
			...one("role", role, "tasks", at, "role"),
		]),
		...automation.flatMap((rule, at) =>
			rule.do.flatMap((step, place) => [
				...("team" in step ? one("team", step.team, "automation", at, "do", place, "team") : []),
				...("message" in step ? one("message", step.message, "automation", at, "do", place, "message") : []),
			]),
		),
	];
}

/** Two definitions that both have what only one may. */
function claimedTwice(
	definitions: readonly Definition[],
	of: (one: Definition) => string | number | undefined,
	path: Path,
	what: (name: string) => string,
): Fault[] {
	const claims = definitions.flatMap((one, at) => {
		const name = of(one);
		return name === undefined ? [] : [{ name: String(name), at }];
	});
	return twice(
		claims,
		({ name }) => name,
		({ at }) => [at, ...path],
		(name) => `Two services have ${what(name)}.`,
	);
}
