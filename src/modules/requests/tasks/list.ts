/** The list of open tasks: what runs out first comes first, a page at a time from a place in that order. */
import { type RawBuilder, sql } from "kysely";
import type { OfficerActor } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import type { From } from "../queries/queue.ts";
import { mayBeSeenBy } from "../queries/sight.ts";
import type { Place } from "../../../platform/thread/index.ts";

const pageSize = 50;

export type TaskRow = {
	id: string;
	task: string;
	teamName: string;
	role: string | null;
	warnAt: Date;
	dueAt: Date;
	reference: string;
	serviceId: string;
	serviceVersion: number;
	summary: string;
	officerName: string | null;
	urgent: boolean;
};

/** Whose: of these teams, of the requests that the officer owns, or everybody's. */
export type TaskFilter = { readonly teams: readonly string[] } | { readonly owner: string } | "all";

export type TaskPage = { rows: TaskRow[]; next?: Place; previous?: Place };

/**
 * Of the requests that the officer may know of. One round trip, in which `noted` writes to the ledger that somebody looks.
 */
export async function taskPage(
	db: Handle,
	officer: OfficerActor,
	filter: TaskFilter,
	from: From,
	noted?: RawBuilder<unknown>,
): Promise<TaskPage> {
	const backwards = from !== undefined && "before" in from;
	const way = backwards ? sql`desc` : sql`asc`;
	const found = await sql<TaskRow>`with ${noted ? sql`${noted}, ` : sql``}found as (
			select k.id, k.task, k.team_id, k.role, k.warn_at, k.due_at, r.* from requests.task k
				join lateral (select reference, service_id, service_version, summary, officer_id, urgent from requests.request
					where requests.request.id = k.request_id and ${mayBeSeenBy(officer)}) r on true
			where k.ended_at is null and ${whose(filter)} and ${beyond(from)}
			order by k.due_at ${way}, k.id ${way} limit ${pageSize + 1})
		select k.id, k.task, t.name as "teamName", k.role, k.warn_at as "warnAt", k.due_at as "dueAt", k.reference,
			k.service_id as "serviceId", k.service_version as "serviceVersion", k.summary, o.name as "officerName", k.urgent
		from found k join staff.team_view t on t.id = k.team_id left join staff.officer_view o on o.id = k.officer_id
		order by k.due_at, k.id`.execute(db);
	return paged(found.rows, from, backwards);
}

function whose(filter: TaskFilter): RawBuilder<unknown> {
	if (filter === "all") return sql`true`;
	if ("teams" in filter) {
		const { teams } = filter;
		return teams.length === 1 ? sql`k.team_id = ${teams[0]}` : sql`k.team_id = any(${[...teams]}::text[])`;
	}
	return sql`k.request_id = any(array(select id from requests.request
		where officer_id = ${filter.owner} and closed_at is null))`;
}

function beyond(from: From): RawBuilder<unknown> {
	if (from === undefined) return sql`true`;
	const { at, id } = "after" in from ? from.after : from.before;
	return sql`(k.due_at, k.id) ${"after" in from ? sql`>` : sql`<`} (${at}::timestamptz, ${id}::uuid)`;
}

function paged(found: TaskRow[], from: From, backwards: boolean): TaskPage {
	const more = found.length > pageSize;
	const rows = more ? (backwards ? found.slice(1) : found.slice(0, pageSize)) : found;
	const [first, last] = [rows[0], rows.at(-1)];
	const place = ({ dueAt, id }: TaskRow): Place => ({ at: dueAt, id });
	return {
		rows,
		...(last && (backwards || more) ? { next: place(last) } : {}),
		...(first && (backwards ? more : from !== undefined) ? { previous: place(first) } : {}),
	};
}
