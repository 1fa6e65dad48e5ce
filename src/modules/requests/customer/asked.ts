/** What a customer asked for: what is still promised to them, and how often they had to come. */
import { sql } from "kysely";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { mayBeSeenBy } from "../queries/sight.ts";
import { promiseState } from "../rules/promise.ts";

/** An open request, with what was promised first of what still runs. */
export type OpenPromise = {
	reference: string;
	serviceId: string;
	summary: string;
	/** What they were told, in words; null when nothing runs. */
	words: string | null;
	dueAt: Date | null;
	warnAt: Date | null;
	/** Nothing is due because each clock that was started waits for something. */
	paused: boolean;
	teamName: string;
	receivedAt: Date;
};

/** `lately` counts from 30 days ago; `first` is how the first request of each customer came. */
export type AskedFor = {
	open: OpenPromise[];
	counts: { requests: number; open: number; overdue: number; reopened: number; lately: number };
	latest: { reference: string; summary: string; at: Date } | null;
	first: { customerId: string; channel: string }[];
};

type Counted = { requests: number; reopened: number; lately: number };
type InJson = { reference: string; summary: string; at: string };
type Row = {
	open: (Omit<OpenPromise, "dueAt" | "warnAt" | "receivedAt"> &
		Record<"dueAt" | "warnAt", string | null> & { receivedAt: string })[];
	counts: Counted;
	latest: InJson | null;
	first: AskedFor["first"];
};

/** Of what the officer may know of, what runs out first first; at most 100 that are open. One round trip. */
export async function askedFor(ctx: OfficerContext, customerIds: readonly string[]): Promise<AskedFor> {
	const since = new Date(ctx.now.getTime() - 30 * 86_400_000);
	const { rows } = await sql<Row>`with own as materialized (
			select id, reference, service_id, summary, channel, customer_id, team_id, received_at, closed_at, due_at, warn_at, paused
			from requests.request where customer_id = any(${[...customerIds]}::uuid[]) and ${mayBeSeenBy(ctx.actor)}
		), running as (
			select * from own where closed_at is null order by coalesce(due_at, 'infinity'), id limit 100
		)
		select
			(select coalesce(json_agg(json_build_object('reference', r.reference, 'serviceId', r.service_id,
					'summary', r.summary, 'dueAt', r.due_at, 'warnAt', r.warn_at, 'paused', r.paused, 'teamName', t.name,
					'receivedAt', r.received_at,
					'words', (select c.words from requests.clock c where c.request_id = r.id and c.stopped_at is null
						order by c.due_at limit 1)) order by coalesce(r.due_at, 'infinity'), r.id), '[]')
				from running r join staff.team_view t on t.id = r.team_id) as open,
			(select json_build_object('requests', count(*), 'lately', count(*) filter (where received_at >= ${since}),
					'reopened', (select count(*) from requests.entry e join own on own.id = e.request_id
						where e.kind = 'reopened' and e.at >= ${since}))
				from own) as counts,
			(select json_build_object('reference', reference, 'summary', summary, 'at', received_at)
				from own order by received_at desc, id desc limit 1) as latest,
			(select coalesce(json_agg(json_build_object('customerId', customer_id, 'channel', channel)), '[]')
				from (select distinct on (customer_id) customer_id, channel from own order by customer_id, received_at, id) one
			) as first`.execute(ctx.house.db);
	const [row] = rows;
	if (!row) throw new Error("A select of one row gave none.");
	const open = row.open.map((one) => ({
		...one,
		dueAt: momentOf(one.dueAt),
		warnAt: momentOf(one.warnAt),
		receivedAt: new Date(one.receivedAt),
	}));
	return {
		open,
		counts: {
			...row.counts,
			open: open.length,
			overdue: open.filter((one) => promiseState(one, ctx.now) === "overdue").length,
		},
		latest: row.latest && { ...row.latest, at: new Date(row.latest.at) },
		first: row.first,
	};
}

function momentOf(written: string | null): Date | null {
	return written === null ? null : new Date(written);
}
