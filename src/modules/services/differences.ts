import { isDeepStrictEqual } from "node:util";

/** One thing that differs: where, and what it was and is. Undefined on the side that does not have it. */
export type Difference = { readonly path: string; readonly before: unknown; readonly after: unknown };

/**
 * What differs between two definitions, or parts of them, by the path of keys. In lists of things that have an id the id stands
 * in the path: `stages.planned.words`. Other lists differ as a whole.
 */
export function differencesOf(before: unknown, after: unknown, path = ""): Difference[] {
	if (same(before, after)) return [];
	const [was, is] = [partsOf(before), partsOf(after)];
	if (!was || !is) return [{ path, before, after }];
	const keys = [...new Set([...was.keys(), ...is.keys()])];
	const inside = keys.flatMap((key) => differencesOf(was.get(key), is.get(key), path === "" ? key : `${path}.${key}`));
	// The same things in another order.
	return inside.length > 0 ? inside : [{ path, before: [...was.keys()], after: [...is.keys()] }];
}

/** `~ stages.planned.words: "A plough is booked" → "We come"`, one line each. */
export function differenceInWords({ path, before, after }: Difference): string {
	if (before === undefined) return `+ ${path}: ${shown(after)}`;
	if (after === undefined) return `- ${path}: ${shown(before)}`;
	return `~ ${path}: ${shown(before)} → ${shown(after)}`;
}

function shown(value: unknown): string {
	return JSON.stringify(value) ?? "";
}

function same(a: unknown, b: unknown): boolean {
	return isDeepStrictEqual(a, b);
}

/** What a value is made of, by name; undefined when it is one thing. */
function partsOf(value: unknown): Map<string, unknown> | undefined {
	if (typeof value !== "object" || value === null) return undefined;
	if (!Array.isArray(value)) return new Map(Object.entries(value).filter(([, inner]) => inner !== undefined));
	const list: readonly unknown[] = value;
	const ids = list.map((one) =>
		typeof one === "object" && one !== null && "id" in one && typeof one.id === "string" ? one.id : undefined,
	);
	const named = ids.filter((id) => id !== undefined);
	if (named.length < list.length || new Set(named).size < named.length) return undefined;
	return new Map(named.map((id, at) => [id, list[at]]));
}
