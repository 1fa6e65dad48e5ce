/** What was written while two customers were one, for somebody to look through now that they are two again. */
import { sql } from "kysely";
import { audit } from "../../../platform/audit/index.ts";
import type { OfficerActor, OfficerContext } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import type { Tree } from "../links/link.ts";

export type LookThroughLine = {
	linkId: string;
	kind: string;
	id: string;
	words: string;
	doneAt: Date | null;
	doneByName: string | null;
};

/** One ended link with what it left to look through on this customer's side. `from` is the reference of the record it tied them to. */
export type LookThrough = {
	linkId: string;
	from: string;
	endedAt: Date;
	endedBy: string;
	why: string;
	lines: readonly LookThroughLine[];
};

type Row = LookThroughLine & Omit<LookThrough, "lines">;

const most = 500;

/** Of this customer, the latest parting first. What is confidential only to officers who may read all that is. */
export async function lookThroughOf(db: Handle, officer: OfficerActor, { nodes }: Tree): Promise<LookThrough[]> {
	const ids = nodes.map(({ id }) => id);
	const { rows } = await sql<Row>`select t.link_id as "linkId", t.kind, t.id, t.words, t.done_at as "doneAt",
			t.done_by_name as "doneByName", l.ended_at as "endedAt", coalesce(l.ended_by_name, '') as "endedBy",
			coalesce(l.ended_why, '') as why, case when other.restricted then '' else other.reference end as "from"
		from records.to_look_through t join records.link l on l.id = t.link_id
			join records.record other on other.id = case when l.a = any(${ids}::uuid[]) then l.b else l.a end
		where t.record_id = any(${ids}::uuid[]) and l.ended_at is not null
			and (${officer.permissions.has("requests.read-confidential")} or t.kind not like 'confidential-%')
		order by l.ended_at desc, l.id, t.kind, t.id limit ${most}`.execute(db);
	return [...Map.groupBy(rows, ({ linkId }) => linkId).values()].flatMap((lines) => {
		const [first] = lines;
		if (!first) return [];
		const { linkId, from, endedAt, endedBy, why } = first;
		return [{ linkId, from, endedAt, endedBy, why, lines }];
	});
}

/** How much is still to be looked through for a customer; what is confidential counts for nobody. */
export async function countToLookThrough(db: Handle, { nodes }: Tree): Promise<number> {
	const { rows } = await sql<{ n: number }>`select count(*)::int as n from records.to_look_through
		where record_id = any(${nodes.map(({ id }) => id)}::uuid[]) and done_at is null
			and kind not like 'confidential-%'`.execute(db);
	return rows[0]?.n ?? 0;
}

export type Ticked = { linkId: string; kind: string; id: string };

/** Notes that these were looked through. Twice is once: who did it first stays. */
export async function tickOff(ctx: OfficerContext, { head, nodes }: Tree, ticked: readonly Ticked[]): Promise<number> {
	if (ticked.length === 0) return 0;
	const ids = nodes.map(({ id }) => id);
	return ctx.house.db.transaction().execute(async (tx) => {
		const { rows } = await sql<{ kind: string; id: string }>`update records.to_look_through t
			set done_at = ${ctx.now}, done_by_name = ${ctx.actor.name}
			from jsonb_to_recordset(${JSON.stringify(ticked)}::jsonb) as given("linkId" uuid, kind text, id text)
			where t.link_id = given."linkId" and t.kind = given.kind and t.id = given.id and t.done_at is null
				and t.record_id = any(${ids}::uuid[])
				and (${ctx.actor.permissions.has("requests.read-confidential")} or t.kind not like 'confidential-%')
			returning t.kind, t.id`.execute(tx);
		const subject = { kind: "record", id: head.id };
		if (rows.length > 0) await audit(tx, ctx, { action: "record.looked-through", subject, after: { done: rows } });
		return rows.length;
	});
}
