import type { House } from "../../../platform/context/index.ts";
import { type FieldKind, sourceOf } from "../../sources/index.ts";
import type { Tree } from "../links/link.ts";
import type { LookUp } from "../lookUps/lookUp.ts";

/** Something the customer may be asked, which is compared and never shown; and the sources that have it. */
export type CheckField = { id: string; name: string; kind: FieldKind; sources: readonly string[] };

/** What a look-up lets an officer compare in this customer's records, each once. */
export function checkFields(house: House, tree: Tree, lookUp: LookUp): CheckField[] {
	const found = new Map<string, CheckField>();
	for (const source of new Set(tree.nodes.map((node) => node.source))) {
		const { verify } = lookUp.sees(source);
		for (const field of sourceOf(house, source)?.fields.filter(({ id }) => verify.includes(id)) ?? []) {
			const known = found.get(field.id);
			const { id, name, kind } = known ?? field;
			found.set(id, { id, name, kind, sources: [...(known?.sources ?? []), source] });
		}
	}
	return [...found.values()];
}
