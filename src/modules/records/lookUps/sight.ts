import { z } from "zod";
import type { House } from "../../../platform/context/index.ts";
import { sourceOf } from "../../sources/index.ts";
import type { Tree } from "../links/link.ts";
import { frontDoor } from "../nodes/node.ts";
import { inASentence, listed } from "./words.ts";
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
const openedShape = z.record(z.string(), z.object({ shown: z.array(z.string()), verify: z.array(z.string()) }));
export type Opened = z.infer<typeof openedShape>;

export function readOpened(kept: unknown): Opened {
	return openedShape.parse(kept);
}

export function openedIn(house: House, purpose: Purpose, roles: readonly string[], tree: Tree): Opened {
	const sources = [...new Set(tree.nodes.map(({ source }) => source))].sort();
	return Object.fromEntries(
		sources.flatMap((source) => {
			const { known, shown, verify } = seenOf(house, purpose, roles, source);
			return known ? [[source, { shown: [...shown], verify: [...verify] }]] : [];
		}),
	);
}

/** What was opened, source by source, in words: `Council tax: band, discount`. `ourWords` is what our own record is called. */
export function openedInWords(house: House, opened: Opened, ourWords: string): string[] {
	return Object.entries(opened).map(([id, { shown, verify }]) => {
		const source = id === frontDoor ? undefined : sourceOf(house, id);
		const fields: readonly { id: string; name: string }[] = source?.fields ?? [];
		const named = (ids: readonly string[]) =>
			ids.map((one) => inASentence(fields.find((field) => field.id === one)?.name ?? one));
		const parts = [...named(shown), ...(verify.length > 0 ? [`${listed(named(verify))} compared and not shown`] : [])];
		const name = id === frontDoor ? ourWords : (source?.name ?? id);
		return `${name}: ${parts.length === 0 ? "only that there is a record" : parts.join(", ")}`;
	});
}
