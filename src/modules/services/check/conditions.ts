import type { Path } from "../../../platform/module/index.ts";
import type { Definition } from "../definition.ts";

type Written = { readonly path: Path; readonly source: string };

/** Every condition over all the answers, and where it stands. The form's own are checked with the form. */
export function conditionsOf(definition: Definition): Written[] {
	const { routing, promise, automation, tasks, fee } = definition;
	return [
		...under(["routing"], routing),
		...under(["promise"], promise),
		...under(["automation"], automation),
		...under(["tasks"], tasks),
		...under(["fee", "items"], fee?.items ?? []),
	];
}

function under(path: Path, list: readonly { when?: string | undefined }[]): Written[] {
	return list.flatMap(({ when }, at) => (when === undefined ? [] : [{ path: [...path, at, "when"], source: when }]));
}
