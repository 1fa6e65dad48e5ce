/** Two sides of one question, field by field. */
import { inOrder, type Value } from "./value.ts";

/** One value of a side, and which of its records say it. */
export type Held = { readonly text: string; readonly key: string; readonly from: readonly string[] };

export type Agreement = "same" | "differs" | "one-side";

export type BesideRow = {
	readonly field: string;
	readonly name: string;
	readonly left: readonly Held[];
	readonly right: readonly Held[];
	readonly agreement: Agreement;
};

/** What a record says, with the name of its source. */
export type Said = { readonly from: string; readonly values: readonly Value[] };

/** All that either side says. A field in which any value of one is a value of the other counts as the same. */
export function besideRows(left: readonly Said[], right: readonly Said[]): readonly BesideRow[] {
	const all = [...left, ...right].flatMap(({ values }) => values);
	const names = new Map(all.map(({ field, name }) => [field, name]));
	return inOrder([...names.keys()]).map((field) => {
		const [one, other] = [heldBy(left, field), heldBy(right, field)];
		return { field, name: names.get(field) ?? field, left: one, right: other, agreement: agreementOf(one, other) };
	});
}

function heldBy(side: readonly Said[], field: string): readonly Held[] {
	const held = new Map<string, { text: string; key: string; from: string[] }>();
	for (const { from, values } of side)
		for (const { text, key } of values.filter((value) => value.field === field)) {
			const known = held.get(key);
			if (!known) held.set(key, { text, key, from: [from] });
			else if (!known.from.includes(from)) known.from.push(from);
		}
	return [...held.values()];
}

function agreementOf(left: readonly Held[], right: readonly Held[]): Agreement {
	if (left.length === 0 || right.length === 0) return "one-side";
	return left.some(({ key }) => right.some((other) => other.key === key)) ? "same" : "differs";
}
