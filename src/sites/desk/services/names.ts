import type { House } from "../../../platform/context/index.ts";
import { roleNames, teams } from "../../../modules/staff/index.ts";
import { type Definition, spanInWords, type Span } from "../../../modules/services/index.ts";

/** What officers call what a definition names by an id. */
export type Names = {
	team: (id: string) => string;
	roles: (ids: readonly string[]) => string;
	stage: (id: string) => string;
	stages: (ids: readonly string[]) => string;
	outcome: (id: string) => string;
	task: (id: string) => string;
	askedLater: (id: string) => string;
};

export function namesIn(house: House, definition: Definition): Names {
	const called = (list: readonly { id: string; name: string }[]) => (id: string) =>
		list.find((one) => one.id === id)?.name ?? id;
	const stage = called(definition.stages);
	return {
		team: called(teams(house)),
		roles: (ids) => roleNames(house, ids).join(" or "),
		stage,
		stages: (ids) => ids.map(stage).join(", "),
		outcome: called(definition.outcomes),
		task: called(definition.tasks),
		askedLater: called(definition["asks-customer"]),
	};
}

/** "3 working days", or each rule with the day from which it holds. */
export function withinWords(within: Definition["promise"][number]["within"]): string {
	if (!Array.isArray(within)) return spanInWords(within);
	return within
		.map((one: { "valid-from": string; is: Span }) => `${spanInWords(one.is)} from ${one["valid-from"]}`)
		.join(", ");
}
