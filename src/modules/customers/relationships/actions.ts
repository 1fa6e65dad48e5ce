import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { audit } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import type { Tx } from "../../../platform/db/connect.ts";
import { cleanText } from "../../../platform/formats/index.ts";
import { isRefusal, NotFound, type Outcome, refuse } from "../../../platform/refusal/index.ts";
import { isDate, londonDate } from "../../../platform/time/index.ts";
import type { RelationshipKind, Scope } from "./relationship.ts";

export type NewRelationship = {
	/** Who is it, and to whom. */
	from: string;
	to: string;
	kind: RelationshipKind;
	scope: readonly Scope[];
	evidence: string;
	/** `YYYY-MM-DD`; empty for today, and for no last day. */
	fromDay: string;
	untilDay: string;
};

type Wrong = "same" | "no-evidence" | "no-scope" | "long" | "bad-day" | "past" | "ends-first" | "already";

/**
 * Notes what one customer is to another, with what shows it. Who works for somebody or owns it may do nothing by that alone;
 * every other kind says what they may do. Refused with `same`, `no-evidence`, `no-scope`, `long`, `bad-day`, `past`, `ends-first`,
 * and `already` where it is noted and has not ended. Throws `NotFound` for a customer there is not.
 */
export async function noteRelationship(
	ctx: OfficerContext,
	given: NewRelationship,
): Promise<Outcome<{ id: string }, Wrong>> {
	const { from, to, kind } = given;
	if (from === to) return refuse("same");
	const read = readRelationship(ctx, given);
	if (isRefusal(read)) return read;
	const { evidence, scope, fromDay, untilDay } = read;
	return ctx.house.db.transaction().execute(async (tx) => {
		await holdBoth(tx, from, to);
		const id = newId();
		const { rows } = await sql`insert into customers.relationship (id, from_id, to_id, kind, scope, evidence, from_day,
				until_day, noted_at, noted_by, noted_by_name)
			values (${id}, ${from}, ${to}, ${kind}, ${scope}::text[], ${evidence}, ${fromDay}, ${untilDay}, ${ctx.now},
				${ctx.actor.id}, ${ctx.actor.name})
			on conflict (from_id, to_id, kind) where ended_at is null do nothing returning id`.execute(tx);
		if (rows.length === 0) return refuse("already");
		const after = { relationship: id, kind, from, to, scope, fromDay, untilDay };
		// It is on both records, so either's history tells of it.
		await audit(
			tx,
			ctx,
			...[from, to].map((customer) => ({
				action: "relationship.noted",
				subject: { kind: "customer", id: customer },
				after,
			})),
		);
		return { id };
	});
}

function readRelationship(ctx: OfficerContext, given: NewRelationship) {
	const evidence = cleanText(given.evidence, { max: 300, lines: false });
	if (isRefusal(evidence)) return refuse("long");
	if (evidence === "") return refuse("no-evidence");
	const acts = given.kind !== "works-for" && given.kind !== "owner";
	const scope = acts ? [...new Set(given.scope)].sort() : [];
	if (acts && scope.length === 0) return refuse("no-scope");
	const today = londonDate(ctx.now);
	const fromDay = given.fromDay.trim() || today;
	const untilDay = given.untilDay.trim() || null;
	if (!isDate(fromDay) || (untilDay !== null && !isDate(untilDay))) return refuse("bad-day");
	if (untilDay !== null && untilDay < fromDay) return refuse("ends-first");
	if (untilDay !== null && untilDay < today) return refuse("past");
	return { evidence, scope, fromDay, untilDay };
}

/** It is no longer so, for a reason. Refused with `no-why`, `long`, and `ended` where somebody was first. */
export async function endRelationship(
	ctx: OfficerContext,
	customerIds: readonly string[],
	{ id, why: typed }: { id: string; why: string },
): Promise<Outcome<{ id: string }, "no-why" | "long" | "ended">> {
	const why = cleanText(typed, { max: 300, lines: false });
	if (isRefusal(why)) return refuse("long");
	if (why === "") return refuse("no-why");
	return ctx.house.db.transaction().execute(async (tx) => {
		const ids = sql`${[...customerIds]}::uuid[]`;
		const { rows } = await sql<{ from: string; to: string; kind: string; endedAt: Date | null }>`
			select from_id as "from", to_id as "to", kind, ended_at as "endedAt" from customers.relationship
			where id = ${id} and (from_id = any(${ids}) or to_id = any(${ids})) for update`.execute(tx);
		const [held] = rows;
		if (!held) throw new NotFound();
		if (held.endedAt !== null) return refuse("ended");
		await tx
			.updateTable("customers.relationship")
			.set({ ended_at: ctx.now, ended_by_name: ctx.actor.name, ended_why: why })
			.where("id", "=", id)
			.execute();
		const { from, to, kind } = held;
		await audit(
			tx,
			ctx,
			...[from, to].map((customer) => ({
				action: "relationship.ended",
				subject: { kind: "customer", id: customer },
				before: { relationship: id, kind, from, to },
				after: { why },
			})),
		);
		return { id };
	});
}

/** Waits for whoever writes on either customer now. Throws `NotFound` where one is not there. */
async function holdBoth(tx: Tx, from: string, to: string): Promise<void> {
	const { rows } = await sql`select from customers.customer where id in (${from}, ${to})
		order by id for no key update`.execute(tx);
	if (rows.length < 2) throw new NotFound();
}
