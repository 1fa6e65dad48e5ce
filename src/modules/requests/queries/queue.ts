/** The queue: requests by what narrows them, a page at a time from a place in their order. */
import { type RawBuilder, sql } from "kysely";
import type { OfficerActor } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { fold } from "../../customers/index.ts";
import type { PublicStage } from "../../services/index.ts";
import type { Place } from "../../../platform/thread/index.ts";
import type { Sought } from "../rules/search.ts";
import { mayBeSeenBy } from "./sight.ts";

const pageSize = 50;

/** Open ones by what runs out first, closed ones by the latest closed, any by the latest received. */
export type QueueState = "open" | "closed" | "any";

export type QueueFilter = {
	readonly state: QueueState;
	readonly teams?: readonly string[];
	/** An officer's id; null for those that nobody owns. */
	readonly officer?: string | null;
	readonly stage?: PublicStage;
	readonly service?: string;
	readonly ward?: string;
	readonly promise?: "overdue" | "running-out";
	readonly urgent?: boolean;
	readonly sought?: Sought;
};

export type QueueRow = {
	id: string;
	reference: string;
	serviceId: string;
	serviceVersion: number;
	stage: string;
	publicStage: PublicStage;
	summary: string;
	address: string | null;
	ward: string | null;
	teamName: string;
	officerId: string | null;
	officerName: string | null;
	customerName: string | null;
	urgent: boolean;
	newsAt: Date | null;
	warnAt: Date | null;
	dueAt: Date | null;
	/** Nothing is due because each clock that was started waits for something. */
	paused: boolean;
	receivedAt: Date;
	closedAt: Date | null;
	outcome: string | null;
};

/** `next` and `previous` are the places to go on from; absent at the ends. */
export type QueuePage = { rows: QueueRow[]; next?: Place; previous?: Place };

export type From = { after: Place } | { before: Place } | undefined;

/**
 * Of what the officer may know of. One round trip, in which `noted` writes to the ledger that somebody looks. `now` decides what
 * is overdue.
 */
export async function queuePage(
	db: Handle,
	officer: OfficerActor,
	filter: QueueFilter,
	from: From,
	now: Date,
	noted?: RawBuilder<unknown>,
): Promise<QueuePage> {
	const backwards = from !== undefined && "before" in from;
	const order = orders[filter.state];
	const narrowed = [...conditions(filter, now), mayBeSeenBy(officer), ...beyond(order, from)];
	const found =
		await sql<QueueRow>`with ${noted ? sql`${noted}, ` : sql``}found as (select id, at from (${branches(filter, narrowed, order, backwards)}) each_way
			order by at ${direction(order, backwards)}, id ${direction(order, backwards)} limit ${pageSize + 1})
		select r.id, r.reference, r.service_id as "serviceId", r.service_version as "serviceVersion", r.stage,
			r.public_stage as "publicStage", r.summary, r.address, r.ward, t.name as "teamName", r.officer_id as "officerId",
			o.name as "officerName", c.name as "customerName", r.urgent, r.news_at as "newsAt", r.warn_at as "warnAt",
			r.due_at as "dueAt", r.paused, r.received_at as "receivedAt", r.closed_at as "closedAt", r.outcome
		from found join requests.request r on r.id = found.id
			join staff.team_view t on t.id = r.team_id
			left join staff.officer_view o on o.id = r.officer_id
			left join customers.customer_view c on c.id = r.customer_id
		order by found.at ${direction(order, false)}, found.id ${direction(order, false)}`.execute(db);
	return paged(found.rows, filter.state, from);
}

function paged(found: QueueRow[], state: QueueState, from: From): QueuePage {
	const backwards = from !== undefined && "before" in from;
	const more = found.length > pageSize;
	const rows = more ? (backwards ? found.slice(1) : found.slice(0, pageSize)) : found;
	const [first, last] = [rows[0], rows.at(-1)];
	return {
		rows,
		...(last && (backwards || more) ? { next: placeOf(last, state) } : {}),
		...(first && (backwards ? more : from !== undefined) ? { previous: placeOf(first, state) } : {}),
	};
}

function placeOf(row: QueueRow, state: QueueState): Place {
	return { at: { open: row.dueAt, closed: row.closedAt, any: row.receivedAt }[state], id: row.id };
}

type Order = { at: RawBuilder<unknown>; descending: boolean };

const orders: Readonly<Record<QueueState, Order>> = {
	open: { at: sql`coalesce(due_at, 'infinity')`, descending: false },
	closed: { at: sql`closed_at`, descending: true },
	any: { at: sql`received_at`, descending: true },
};

function direction({ descending }: Order, backwards: boolean): RawBuilder<unknown> {
	return descending === backwards ? sql`asc` : sql`desc`;
}

/** Rows after, or before, a place in the order: one comparison that the index answers. */
function beyond(order: Order, from: From): RawBuilder<unknown>[] {
	if (from === undefined) return [];
	const { at, id } = "after" in from ? from.after : from.before;
	const upwards = "after" in from !== order.descending;
	return [sql`(${order.at}, id) ${upwards ? sql`>` : sql`<`} (coalesce(${at}::timestamptz, 'infinity'), ${id}::uuid)`];
}

function conditions(filter: QueueFilter, now: Date): RawBuilder<unknown>[] {
	const { state, teams, officer, stage, service, ward, promise, urgent } = filter;
	const all: (RawBuilder<unknown> | false | undefined)[] = [
		state === "open" && sql`closed_at is null`,
		state === "closed" && sql`closed_at is not null`,
		teams && (teams.length === 1 ? sql`team_id = ${teams[0]}` : sql`team_id = any(${teams}::text[])`),
		officer === null && sql`officer_id is null`,
		typeof officer === "string" && sql`officer_id = ${officer}`,
		stage !== undefined && sql`public_stage = ${stage}`,
		service !== undefined && sql`service_id = ${service}`,
		ward !== undefined && sql`ward = ${ward}`,
		promise === "overdue" && sql`coalesce(due_at, 'infinity') < ${now}`,
		promise === "running-out" && sql`due_at >= ${now} and warn_at <= ${now}`,
		urgent === true && sql`urgent`,
	];
	return all.filter((one) => one !== false && one !== undefined);
}

/**
 * What was searched, each way of finding it a search of its own, so that each has its index: words stand in what was asked, or
 * are a customer's name.
 */
function branches(
	filter: QueueFilter,
	narrowed: readonly RawBuilder<unknown>[],
	order: Order,
	backwards: boolean,
): RawBuilder<unknown> {
	const way = direction(order, backwards);
	const branch = (by: RawBuilder<unknown>) => {
		const where = sql.join([...narrowed, by], sql` and `);
		return sql`(select id, ${order.at} as at from requests.request where ${where}
			order by ${order.at} ${way}, id ${way} limit ${pageSize + 1})`;
	};
	const [first, ...others] = searches(filter.sought).map(branch);
	return sql.join([first ?? branch(sql`true`), ...others], sql` union `);
}

/** Of a name that more customers share, the latest are looked through. */
const mostOfAName = 500;

function searches(sought: Sought | undefined): RawBuilder<unknown>[] {
	const byCustomer = (where: RawBuilder<unknown>) =>
		sql`customer_id = any(array(select c.id from customers.customer_view c where ${where}
			order by c.created_at desc limit ${mostOfAName}))`;
	switch (sought?.kind) {
		case undefined:
			return [sql`true`];
		case "reference":
			return [sql`reference = ${sought.reference}`];
		case "postcode":
			return [sql`postcode = ${sought.postcode}`];
		case "email":
			return [byCustomer(sql`c.email_key = ${sought.email}`)];
		case "phone":
			return [byCustomer(sql`c.phone_key = ${sought.phone}`)];
		case "words": {
			const text = sql`search @@ websearch_to_tsquery('english', ${sought.words})`;
			const name = fold(sought.words);
			// What folds to nothing, such as "???", is in no name.
			if (name === "") return [text];
			return [text, byCustomer(sql`to_tsvector('simple', c.name_key) @@ plainto_tsquery('simple', ${name})`)];
		}
	}
}
