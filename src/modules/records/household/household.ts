import type { Living } from "./beside.ts";

/** Somebody recorded at the same property at a time when the customer was: inferred, and never more than that. */
export type Housemate = {
	reference: string;
	name: string;
	kind: "person" | "organisation";
	/** The time both were there, half open; null for today and on. */
	from: string;
	until: string | null;
	/** Sources that say where the other lives, and those that say where the customer does. */
	sources: readonly string[];
	bySources: readonly string[];
};

/**
 * Who else lives, or lived, where the customer does: made only of sources whose names and addresses may be shown. Those still
 * there come first. `mayShow` takes a source and a field.
 */
export function housemates(
	living: readonly Living[],
	mayShow: (source: string, field: string) => boolean,
): Housemate[] {
	const placed = living.filter(({ source }) => isPlaceShown(source, mayShow));
	const own = placed.filter((one) => one.own);
	const heads = new Set(own.map(({ headId }) => headId));
	const mates = new Map<string, Housemate>();
	for (const other of placed) {
		if (other.own || heads.has(other.headId)) continue;
		const name = nameOf(other, mayShow);
		if (name === "") continue;
		for (const one of own) {
			const time = overlap(one, other);
			if (!isSameHome(one, other) || !time) continue;
			const known = mates.get(other.headId);
			mates.set(other.headId, together(known, { ...time, name, other, one }));
		}
	}
	return [...mates.values()].sort(stillThereFirst);
}

function isPlaceShown(source: string, mayShow: (source: string, field: string) => boolean): boolean {
	return mayShow(source, "address") || mayShow(source, "uprn");
}

function nameOf({ source, said }: Living, mayShow: (source: string, field: string) => boolean): string {
	const shown = (field: string) => (mayShow(source, field) ? (said[field]?.trim() ?? "") : "");
	return shown("name") || shown("organisation") || [shown("given"), shown("surname")].filter(Boolean).join(" ");
}

/** The number of a property decides; only where one of them has none do postcode and house. */
function isSameHome(one: Living, other: Living): boolean {
	if (one.uprn !== null && other.uprn !== null) return one.uprn === other.uprn;
	return one.postcode !== null && one.house !== null && one.postcode === other.postcode && one.house === other.house;
}

type Time = Pick<Housemate, "from" | "until">;

/** When both were there; undefined when one had gone before the other came. */
export function overlap(one: Time, other: Time): Time | undefined {
	const from = one.from > other.from ? one.from : other.from;
	const until = earlier(one.until, other.until);
	return until !== null && until <= from ? undefined : { from, until };
}

function earlier(one: string | null, other: string | null): string | null {
	if (one === null || other === null) return one ?? other;
	return one < other ? one : other;
}

function together(known: Housemate | undefined, found: Time & { name: string; other: Living; one: Living }): Housemate {
	const { name, other, one, from, until } = found;
	const { reference, kind } = other;
	if (!known) return { reference, name, kind, from, until, sources: [other.source], bySources: [one.source] };
	return {
		...known,
		from: known.from < from ? known.from : from,
		until: known.until === null || until === null ? null : known.until > until ? known.until : until,
		sources: [...new Set([...known.sources, other.source])],
		bySources: [...new Set([...known.bySources, one.source])],
	};
}

function stillThereFirst(a: Housemate, b: Housemate): number {
	const ends = (one: Housemate) => one.until ?? "9999";
	return ends(b).localeCompare(ends(a)) || a.from.localeCompare(b.from) || a.reference.localeCompare(b.reference);
}
