import type { House } from "../../../platform/context/index.ts";
import { sourceOf } from "../../sources/index.ts";
import type { Tree } from "../links/link.ts";
import { frontDoor } from "../nodes/node.ts";
import type { Purpose } from "../purposes/purpose.ts";
import { mayState, type Seen, seen } from "../purposes/seen.ts";

/** What customers told us themselves is open for every purpose: by it an officer knows whom they speak with. */
const ours = ["name", "email", "phone"] as const;

const nothingSeen: Seen = { known: false, shown: [], verify: [], hidden: [] };

/** What of a source, or of our own record, officers of these roles see for a purpose. Of a source that nobody declares, nothing. */
export function seenOf(house: House, purpose: Purpose, roles: readonly string[], source: string): Seen {
	if (source === frontDoor) {
		return mayState(purpose, roles) ? { known: true, shown: ours, verify: [], hidden: [] } : nothingSeen;
	}
	const declared = sourceOf(house, source);
	return declared ? seen(purpose, roles, declared) : nothingSeen;
}

/** Which fields of which sources a purpose opens in a customer's records, and which it lets compare: kept with the look-up. */
export type Opened = Readonly<Record<string, { shown: readonly string[]; verify: readonly string[] }>>;

export function openedIn(house: House, purpose: Purpose, roles: readonly string[], tree: Tree): Opened {
	const sources = [...new Set(tree.nodes.map(({ source }) => source))].sort();
	return Object.fromEntries(
		sources.flatMap((source) => {
			const { known, shown, verify } = seenOf(house, purpose, roles, source);
			return known ? [[source, { shown, verify }]] : [];
		}),
	);
}
