import { sql } from "kysely";
import type { Handle } from "../../../platform/db/connect.ts";
import type { Flag } from "./rules.ts";
import { isFlag } from "./rules.ts";

export const verdicts = ["in-order", "asked", "not-in-order"] as const;
export type Verdict = (typeof verdicts)[number];

/** A look-up as the data-protection officer reads it. */
export type Drawn = {
	id: string;
	at: Date;
	reference: string;
	officerId: string;
	officer: string;
	team: string | null;
	purpose: string;
	why: string;
	work: string | null;
	opened: unknown;
	flags: readonly Flag[];
	verdict: Verdict | null;
	remark: string | null;
	reviewedAt: Date | null;
	reviewedBy: string | null;
};

export const views = ["waiting", "asked", "done"] as const;
export type View = (typeof views)[number];

export type Filter = { view: View; purpose: string; standsOut: boolean };

const onAPage = 25;

const columns = sql`l.id, l.at, r.reference, l.officer_id as "officerId", l.officer_name as officer, l.team_id as team,
	l.purpose_name as purpose, l.why, l.work, l.opened, l.flags, l.verdict, l.remark, l.reviewed_at as "reviewedAt",
	l.reviewed_by_name as "reviewedBy"`;

const inView = {
	waiting: sql`l.verdict is null`,
	asked: sql`l.verdict = 'asked'`,
	done: sql`l.verdict in ('in-order', 'not-in-order')`,
} as const;

/** Those that were drawn, the latest first. `before` is the id of the last one of the page before. */
export async function drawnPage(
	db: Handle,
	{ view, purpose, standsOut }: Filter,
	before: string | undefined,
): Promise<{ rows: Drawn[]; next: string | undefined }> {
	const { rows } = await sql<Row>`select ${columns} from records.look_up l join records.record r on r.id = l.head_id
		where l.sampled_at is not null and ${inView[view]}
			and (${purpose} = '' or l.purpose = ${purpose}) and (not ${standsOut} or l.flags <> '{}')
			and (${before ?? null}::uuid is null
				or (l.at, l.id) < (select e.at, e.id from records.look_up e where e.id = ${before ?? null}))
		order by l.at desc, l.id desc limit ${onAPage + 1}`.execute(db);
	const shown = rows.slice(0, onAPage).map(drawn);
	return { rows: shown, next: rows.length > onAPage ? shown.at(-1)?.id : undefined };
}

export async function drawnById(db: Handle, id: string): Promise<Drawn | undefined> {
	const { rows } = await sql<Row>`select ${columns} from records.look_up l join records.record r on r.id = l.head_id
		where l.id = ${id}`.execute(db);
	return rows.map(drawn)[0];
}

type Row = Omit<Drawn, "flags"> & { flags: string[] };

function drawn(row: Row): Drawn {
	return { ...row, flags: row.flags.filter(isFlag) };
}

/** What else stands around a look-up: what was compared by it, and how many customers the officer opened that day. */
export async function around(db: Handle, { id, officerId, at }: Drawn) {
	const { rows } = await sql<{ customers: number; tries: number; yes: number }>`select
		(select count(distinct e.head_id) from records.look_up e where e.officer_id = ${officerId}
			and (e.at at time zone 'Europe/London')::date = (${at}::timestamptz at time zone 'Europe/London')::date) as customers,
		(select count(*) from records.asked a where a.look_up_id = ${id}) as tries,
		(select count(*) from records.asked a where a.look_up_id = ${id} and a.answer = 'yes') as yes`.execute(db);
	return rows[0] ?? { customers: 0, tries: 0, yes: 0 };
}

/** Of the last days: how many look-ups there were, and how many were drawn. */
export async function lastDays(db: Handle): Promise<{ day: string; lookUps: number; drawn: number }[]> {
	return db
		.selectFrom("records.look_up_day")
		.select(["day", "look_ups as lookUps", "drawn"])
		.where("look_ups", ">", 0)
		.orderBy("day", "desc")
		.limit(7)
		.execute();
}
