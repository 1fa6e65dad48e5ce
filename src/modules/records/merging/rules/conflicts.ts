/** What two customers hold that one person can hardly hold. The values themselves are never shown. */

export type Compared = {
	readonly kind: "person" | "organisation";
	readonly born: string | null;
	readonly number: string | null;
};

export type Conflict = "number" | "born" | "kind" | "apart";

/** Both sides say it, and nothing that one says is what the other says. */
export function conflictsOf(one: readonly Compared[], other: readonly Compared[]): readonly Conflict[] {
	const fields = ["number", "born", "kind"] as const;
	return fields.filter((field) => {
		const [left, right] = [valuesOf(one, field), valuesOf(other, field)];
		return left.size > 0 && right.size > 0 && left.isDisjointFrom(right);
	});
}

function valuesOf(side: readonly Compared[], field: keyof Compared): Set<string> {
	return new Set(side.map((record) => record[field]).filter((value) => value !== null));
}
