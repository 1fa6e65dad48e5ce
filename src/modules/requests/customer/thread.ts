/** What happened with all requests of a customer, for the one thread of their record. */
import { type RawBuilder, sql } from "kysely";
import type { OfficerContext } from "../../../platform/context/index.ts";
import type { ThreadAsked, ThreadLine } from "../../../platform/thread/index.ts";
import { serviceVersion } from "../../services/index.ts";
import { teams } from "../../staff/index.ts";
import { titleOf } from "../desk/happened.ts";
import type { EntryKind } from "../entry.ts";
import type { Entry } from "../queries/history.ts";
import { mayBeSeenBy } from "../queries/sight.ts";

/** What a line may be seen by, and which entries of a request's timeline are of it. */
const kinds = {
	request: ["received", "closed", "reopened"],
	said: ["added", "asked", "answered", "unanswered", "no-longer-asked"],
	note: ["note"],
	step: [
		"moved",
		"taken",
		"assigned",
		"handed-over",
		"updated",
		"extended",
		"opinion-asked",
		"opinion-given",
		"opinion-withdrawn",
		"task-given",
		"task-done",
		"task-set-aside",
		"stopped",
	],
} as const satisfies Record<string, readonly EntryKind[]>;

type Row = Omit<Entry, "answers"> & {
	requestId: string;
	reference: string;
	summary: string;
	serviceId: string;
	serviceVersion: number;
};

/**
 * The latest lines about requests of these customers, one round trip: of kind `request`, `said` (by the customer, or asked of
 * them), `note` or `step`. Requests that the officer may not know of are left out. Whoever shows them audits it with a purpose.
 */
export async function timelineOf(
	ctx: OfficerContext,
	customerIds: readonly string[],
	asked: ThreadAsked,
): Promise<ThreadLine[]> {
	const wanted = entryKinds(asked.kinds);
	if (customerIds.length === 0 || wanted.length === 0) return [];
	const { rows } = await sql<Row>`with own as materialized (
			select id, reference, summary, service_id, service_version from requests.request
			where customer_id = any(${[...customerIds]}::uuid[]) and ${mayBeSeenBy(ctx.actor)}
		)
		select e.id, e.revision, e.at, e.kind, e.actor_kind as "actorKind", e.actor_id as "actorId",
			e.actor_name as "actorName", e.from_stage as "fromStage", e.to_stage as "toStage", e.from_team as "fromTeam",
			e.to_team as "toTeam", e.to_officer as "toOfficer", o.name as "toOfficerName", e.outcome, e.words, e.note, e.task,
			r.id as "requestId", r.reference, r.summary, r.service_id as "serviceId", r.service_version as "serviceVersion"
		from own r join requests.entry e on e.request_id = r.id
			left join staff.officer_view o on o.id = e.to_officer
		where ${sql.join([sql`e.kind = any(${wanted}::text[])`, ...narrowed(asked)], sql` and `)}
		order by date_trunc('milliseconds', e.at) desc, e.id desc limit ${asked.limit}`.execute(ctx.house.db);
	return Promise.all(rows.map((row) => lineOf(ctx, row)));
}

function entryKinds(asked: readonly string[] | undefined): string[] {
	return Object.entries(kinds).flatMap(([kind, entries]) => (!asked || asked.includes(kind) ? entries : []));
}

/** A place in the thread is of the millisecond, and the database's clock is finer. */
function narrowed({ before, words = [] }: ThreadAsked): RawBuilder<unknown>[] {
	const text = sql`lower(concat_ws(' ', r.reference, r.summary, e.actor_name, e.words, e.note))`;
	return [
		...(before
			? [sql`(date_trunc('milliseconds', e.at), e.id) < (${before.at}::timestamptz, ${before.id}::uuid)`]
			: []),
		...words.map((word) => sql`position(${word.toLowerCase()} in ${text}) > 0`),
	];
}

async function lineOf(ctx: OfficerContext, row: Row): Promise<ThreadLine> {
	const service = await serviceVersion(ctx.house, row.serviceId, row.serviceVersion);
	const came = row.kind === "received";
	const [kind] = Object.entries(kinds).find(([, entries]) => entries.some((one) => one === row.kind)) ?? ["step"];
	return {
		id: row.id,
		at: row.at,
		kind,
		title: came ? `Request: ${row.summary}` : titleOf(service, teams(ctx.house), { ...row, answers: null }),
		href: `/desk/requests/${row.reference}#entry-${row.id}`,
		about: came ? row.reference : `${row.summary}, ${row.reference}`,
		by: row.actorId === ctx.actor.id ? "you" : came && row.actorKind === "customer" ? "" : row.actorName,
		// Why it was sent to its team is for those who work it.
		words: row.words ?? (came ? null : row.note),
	};
}
