import { v7 as newId } from "uuid";
import { sql } from "kysely";
import { audit } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import type { Tx } from "../../../platform/db/connect.ts";
import { cleanText } from "../../../platform/formats/index.ts";
import { isRefusal, NotFound, type Outcome, refuse } from "../../../platform/refusal/index.ts";
import { addDays, isDate, londonDate } from "../../../platform/time/index.ts";
import { needKind } from "./pack.ts";

export type NewNeed = {
	code: string;
	detail: string;
	saidBy: "customer" | "officer";
	/** Its last day, `YYYY-MM-DD`, or empty. */
	until: string;
	/** Why, of a need that keeps people safe: kept in the ledger and nowhere else. */
	why: string;
};

type Wrong = "no-need" | "no-detail" | "no-why" | "long" | "bad-day" | "past";

/**
 * Notes what must be done differently for a customer. The same twice, and by two at once, is one. Refused with `no-need`,
 * `no-detail` where its words leave something open, `no-why` of a need that keeps people safe, `long`, `bad-day` and `past`.
 */
export async function noteNeed(
	ctx: OfficerContext,
	customerId: string,
	given: NewNeed,
): Promise<Outcome<{ id: string }, Wrong>> {
	const read = readNeed(ctx, given);
	if (isRefusal(read)) return read;
	const { code, detail, reviewOn, until, why } = read;
	return ctx.house.db.transaction().execute(async (tx) => {
		await holdCustomer(tx, customerId);
		const fresh = newId();
		const { rows } = await sql<{ id: string }>`
			insert into customers.need as n (id, customer_id, code, detail, said_by, noted_at, noted_by, noted_by_name,
				review_on, until_day)
			values (${fresh}, ${customerId}, ${code}, ${detail}, ${given.saidBy}, ${ctx.now}, ${ctx.actor.id},
				${ctx.actor.name}, ${reviewOn}, ${until})
			on conflict (customer_id, code, detail) where ended_at is null
				do update set review_on = excluded.review_on, until_day = excluded.until_day
			returning id`.execute(tx);
		const { id } = rows[0] ?? { id: fresh };
		await audit(tx, ctx, {
			action: id === fresh ? "need.noted" : "need.reviewed",
			subject: { kind: "customer", id: customerId },
			after: { need: id, code, detail, reviewOn, until, ...(why === "" ? {} : { why }) },
		});
		return { id };
	});
}

function readNeed(ctx: OfficerContext, given: NewNeed) {
	const kind = needKind(ctx.house, given.code);
	if (!kind) return refuse("no-need");
	const detail = kind.detail === undefined ? "" : cleanText(given.detail, { max: 80, lines: false });
	const why = kind.safety ? cleanText(given.why, { max: 300, lines: false }) : "";
	if (isRefusal(detail) || isRefusal(why)) return refuse("long");
	if (kind.detail !== undefined && detail === "") return refuse("no-detail");
	if (kind.safety && why === "") return refuse("no-why");
	const today = londonDate(ctx.now);
	const until = given.until.trim() || null;
	if (until !== null && !isDate(until)) return refuse("bad-day");
	if (until !== null && until < today) return refuse("past");
	return { code: kind.code, detail, why, until, reviewOn: addDays(today, kind.review) };
}

/** It is still so: asked about again later. Refused with `ended`, and with `not-asked` of one the pack no longer has. */
export async function reviewNeed(
	ctx: OfficerContext,
	customerIds: readonly string[],
	id: string,
): Promise<Outcome<{ reviewOn: string }, "ended" | "not-asked">> {
	return ctx.house.db.transaction().execute(async (tx) => {
		const need = await heldNeed(tx, customerIds, id);
		if (need.endedAt !== null) return refuse("ended");
		const kind = needKind(ctx.house, need.code);
		if (!kind) return refuse("not-asked");
		const reviewOn = addDays(londonDate(ctx.now), kind.review);
		await tx.updateTable("customers.need").set({ review_on: reviewOn }).where("id", "=", id).execute();
		await audit(tx, ctx, {
			action: "need.reviewed",
			subject: { kind: "customer", id: need.customerId },
			before: { reviewOn: need.reviewOn },
			after: { need: id, code: need.code, reviewOn },
		});
		return { reviewOn };
	});
}

/** It is no longer so, for a reason. Refused with `no-why`, `long`, and `ended` where somebody was first. */
export async function endNeed(
	ctx: OfficerContext,
	customerIds: readonly string[],
	{ id, why: typed }: { id: string; why: string },
): Promise<Outcome<{ id: string }, "no-why" | "long" | "ended">> {
	const why = cleanText(typed, { max: 300, lines: false });
	if (isRefusal(why)) return refuse("long");
	if (why === "") return refuse("no-why");
	return ctx.house.db.transaction().execute(async (tx) => {
		const need = await heldNeed(tx, customerIds, id);
		if (need.endedAt !== null) return refuse("ended");
		await tx
			.updateTable("customers.need")
			.set({ ended_at: ctx.now, ended_by_name: ctx.actor.name, ended_why: why })
			.where("id", "=", id)
			.execute();
		await audit(tx, ctx, {
			action: "need.ended",
			subject: { kind: "customer", id: need.customerId },
			before: { need: id, code: need.code, detail: need.detail },
			after: { why },
		});
		return { id };
	});
}

/** Waits for whoever writes on this customer now. Throws `NotFound`. */
async function holdCustomer(tx: Tx, customerId: string): Promise<void> {
	const { rows } = await sql`select from customers.customer where id = ${customerId} for no key update`.execute(tx);
	if (rows.length === 0) throw new NotFound();
}

/** A need of one of these customers, which nobody else can change until the transaction ends. Throws `NotFound`. */
async function heldNeed(tx: Tx, customerIds: readonly string[], id: string) {
	if (customerIds.length === 0) throw new NotFound();
	const need = await tx
		.selectFrom("customers.need")
		.select(["customer_id as customerId", "code", "detail", "review_on as reviewOn", "ended_at as endedAt"])
		.where("id", "=", id)
		.where("customer_id", "in", [...customerIds])
		.forUpdate()
		.executeTakeFirst();
	if (!need) throw new NotFound();
	return need;
}
