/** Pairs that wait for a person, a page at a time from a place in their order. */
import { type RawBuilder, sql } from "kysely";
import type { Handle } from "../../../platform/db/connect.ts";
import { readReasons, type Reason } from "../links/link.ts";
import { isHidden } from "./hidden.ts";
import type { PairPlace } from "./rules/place.ts";

/**
 * `judge`: all that the officer may judge; `second`: of those, what waits for a second opinion; `mine`: what they judged and
 * waits for a colleague; `judged`: what is settled, by anybody.
 */
export const pairViews = ["judge", "second", "mine", "judged"] as const;
export type PairView = (typeof pairViews)[number];

export const pairOrders = ["surest", "oldest"] as const;
export type PairOrder = (typeof pairOrders)[number];

export type PairFilter = {
	readonly view: PairView;
	readonly order: PairOrder;
	/** A source's id: pairs with a record of it. */
	readonly source?: string | undefined;
};

export const pairStates = ["waiting", "second-opinion", "same", "different", "restricted", "lapsed"] as const;
export type PairState = (typeof pairStates)[number];

export type PairRow = {
	id: string;
	a: string;
	b: string;
	probability: number;
	weight: number;
	reasons: readonly Reason[];
	state: PairState;
	foundAt: Date;
	settledAt: Date | null;
};

export type PairFrom = { after: PairPlace } | { before: PairPlace } | undefined;
export type PairPage = { rows: PairRow[]; next?: PairPlace; previous?: PairPlace };

/** Records that are kept from matching are in none of them, nor are pairs that are one customer by now. */
export async function pairPage(
	db: Handle,
	officerId: string,
	filter: PairFilter,
	from: PairFrom,
	{ size, noted }: { size: number; noted?: RawBuilder<unknown> },
): Promise<PairPage> {
	const backwards = from !== undefined && "before" in from;
	const { by, descending } = orderOf(filter);
	const direction = (turned: boolean) => (descending === turned ? sql`asc` : sql`desc`);
	const way = direction(backwards);
	const narrowed = [...conditions(filter, officerId), ...beyond(filter, from)];
	const { rows } = await sql<
		Omit<PairRow, "reasons"> & { reasons: unknown }
	>`with ${noted ? sql`${noted}, ` : sql``}found as (
			select p.id, p.a, p.b, p.probability, p.weight, p.reasons, p.state, p.found_at, p.settled_at
			from records.pair p join records.record ra on ra.id = p.a join records.record rb on rb.id = p.b
			where ${sql.join(narrowed, sql` and `)} order by ${by} ${way}, p.id ${way} limit ${size + 1})
		select p.id, p.a, p.b, p.probability, p.weight, p.reasons, p.state, p.found_at as "foundAt",
			p.settled_at as "settledAt"
		from found p order by ${by} ${direction(false)}, p.id ${direction(false)}`.execute(db);
	const found = rows.map((row) => ({ ...row, reasons: readReasons(row.reasons) }));
	return paged(found, filter, from, size);
}

function paged(found: PairRow[], filter: PairFilter, from: PairFrom, size: number): PairPage {
	const backwards = from !== undefined && "before" in from;
	const more = found.length > size;
	const rows = more ? (backwards ? found.slice(1) : found.slice(0, size)) : found;
	const [first, last] = [rows[0], rows.at(-1)];
	return {
		rows,
		...(last && (backwards || more) ? { next: placeOf(last, filter) } : {}),
		...(first && (backwards ? more : from !== undefined) ? { previous: placeOf(first, filter) } : {}),
	};
}

export function placeOf(
	row: Pick<PairRow, "id" | "weight" | "foundAt" | "settledAt">,
	{ view, order }: Pick<PairFilter, "view" | "order">,
): PairPlace {
	const at = view === "judged" ? (row.settledAt ?? row.foundAt) : row.foundAt;
	return { at: view !== "judged" && order === "surest" ? row.weight : at.getTime(), id: row.id };
}

/** Times are compared by the millisecond, which is what a place can say. */
function orderOf({ view, order }: PairFilter): { by: RawBuilder<unknown>; descending: boolean } {
	if (view === "judged") return { by: sql`date_trunc('milliseconds', p.settled_at, 'UTC')`, descending: true };
	if (order === "surest") return { by: sql`p.weight`, descending: true };
	return { by: sql`date_trunc('milliseconds', p.found_at, 'UTC')`, descending: false };
}

function beyond(filter: PairFilter, from: PairFrom): RawBuilder<unknown>[] {
	if (from === undefined) return [];
	const { at, id } = "after" in from ? from.after : from.before;
	const { by, descending } = orderOf(filter);
	const upwards = "after" in from !== descending;
	const isWeight = filter.view !== "judged" && filter.order === "surest";
	const place = isWeight ? sql`${at}::real` : sql`to_timestamp(${at}::double precision / 1000)`;
	return [sql`(${by}, p.id) ${upwards ? sql`>` : sql`<`} (${place}, ${id}::uuid)`];
}

function conditions({ view, source }: PairFilter, officerId: string): RawBuilder<unknown>[] {
	const isMine = sql`exists (select from records.opinion o where o.pair_id = p.id and o.officer_id = ${officerId})`;
	const isOpen = sql`p.settled_at is null and ra.head_id <> rb.head_id and ra.gone_at is null and rb.gone_at is null`;
	const views: Readonly<Record<PairView, RawBuilder<unknown>>> = {
		judge: sql`${isOpen} and not ${isMine}`,
		second: sql`${isOpen} and p.state = 'second-opinion' and not ${isMine}`,
		mine: sql`${isOpen} and ${isMine}`,
		judged: sql`p.settled_at is not null`,
	};
	return [
		views[view],
		sql`not ${isHidden}`,
		...(source === undefined ? [] : [sql`${source} in (ra.source, rb.source)`]),
	];
}

export type PairCounts = Record<"judge" | "second" | "mine", number>;

/** The most that are counted. */
export const mostCounted = 5_000;

export async function pairCounts(db: Handle, officerId: string): Promise<PairCounts> {
	const { rows } = await sql<PairCounts>`select count(*) filter (where not mine)::int as judge,
			count(*) filter (where not mine and state = 'second-opinion')::int as second,
			count(*) filter (where mine)::int as mine
		from (select p.state, exists (select from records.opinion o where o.pair_id = p.id
					and o.officer_id = ${officerId}) as mine
				from records.pair p join records.record ra on ra.id = p.a join records.record rb on rb.id = p.b
				where p.settled_at is null and ra.head_id <> rb.head_id and ra.gone_at is null and rb.gone_at is null
					and not ${isHidden} limit ${mostCounted}) open`.execute(db);
	return rows[0] ?? { judge: 0, second: 0, mine: 0 };
}
