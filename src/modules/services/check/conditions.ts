import type { Path } from "../../../platform/module/index.ts";
import type { Question } from "../../forms/index.ts";
import type { Definition } from "../definition.ts";
import { filledInBefore } from "../workflow/filled.ts";

type Written = {
	readonly path: Path;
	readonly source: string;
	/** What officers were asked before it matters. */
	readonly filledIn: readonly Question[];
};

/** Every condition over all the answers, and where it stands. The form's own are checked with the form. */
export function conditionsOf(definition: Definition): Written[] {
	const { routing, promise, automation, tasks, fee } = definition;
	return [
		...under(["routing"], routing),
		...under(["promise"], promise, ({ starts }) => filledInBefore(definition, starts)),
		...under(["automation"], automation, ({ on }) => filledInBefore(definition, on)),
		...under(["tasks"], tasks, ({ on }) => (on === undefined ? [] : filledInBefore(definition, on))),
		...under(["fee", "items"], fee?.items ?? []),
	];
}

function under<One extends { when?: string | undefined }>(
	path: Path,
	list: readonly One[],
	before: (one: One) => readonly Question[] = () => [],
): Written[] {
	return list.flatMap((one, at) =>
		one.when === undefined ? [] : [{ path: [...path, at, "when"], source: one.when, filledIn: before(one) }],
	);
}
