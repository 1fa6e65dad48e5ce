import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Context } from "../../../platform/context/index.ts";
import { record } from "../../../platform/events/index.ts";
import { NotFound, refuse } from "../../../platform/refusal/index.ts";
import { customerFor, readContact, type SaidOfThemselves } from "../../customers/index.ts";
import { followingStopped, requestFollowed } from "../events.ts";

/**
 * Someone who would have reported the same asks to be told instead. Their own link goes to them by message only: whoever types
 * an address must not get what is meant for the person who reads there. Following twice is following once.
 */
export async function followRequest(ctx: Context, reference: string, said: SaidOfThemselves) {
	const { emailKey, phoneKey } = readContact(said);
	if (emailKey === null && phoneKey === null) return refuse("contact-needed");
	return ctx.house.db.transaction().execute(async (tx) => {
		const request = await tx
			.selectFrom("requests.request")
			.select(["id", "service_id", "is_public", "closed_at", "customer_id"])
			.where("reference", "=", reference)
			// One after the other: of two at once with one new address, the second must find the first's record of it.
			.forNoKeyUpdate()
			.executeTakeFirst();
		if (!request?.is_public) throw new NotFound("There is no such request that others may see.");
		if (request.closed_at !== null) return refuse("not-open");
		const customerId = await customerFor(tx, ctx, said);
		// They made it themselves and are told of it anyway.
		if (customerId === null || customerId === request.customer_id) return { reference };
		const { rows } = await sql`insert into requests.follower (request_id, customer_id, link_salt, since)
			values (${request.id}, ${customerId}, ${randomBytes(16)}, ${ctx.now})
			on conflict (request_id, customer_id) do update set since = excluded.since, stopped_at = null
				where follower.stopped_at is not null
			returning customer_id`.execute(tx);
		if (rows.length === 0) return { reference };
		await record(
			tx,
			ctx,
			{ action: "request.followed", subject: { kind: "request", id: request.id }, after: { customer: customerId } },
			{
				event: requestFollowed,
				subject: request.id,
				data: {
					requestId: request.id,
					reference,
					serviceId: request.service_id,
					customerId,
					at: ctx.now.toISOString(),
				},
			},
		);
		return { reference };
	});
}

/** A follower no longer wants to be told. Twice is once. */
export async function stopFollowing(ctx: Context, reference: string, customerId: string): Promise<void> {
	await ctx.house.db.transaction().execute(async (tx) => {
		const { rows } = await sql<{ id: string; service_id: string }>`
			update requests.follower f set stopped_at = ${ctx.now} from requests.request r
			where r.reference = ${reference} and f.request_id = r.id and f.customer_id = ${customerId}
				and f.stopped_at is null
			returning r.id, r.service_id`.execute(tx);
		const [request] = rows;
		if (!request) return;
		await record(
			tx,
			ctx,
			{
				action: "request.following-stopped",
				subject: { kind: "request", id: request.id },
				before: { customer: customerId },
			},
			{
				event: followingStopped,
				subject: request.id,
				data: { requestId: request.id, reference, serviceId: request.service_id, customerId },
			},
		);
	});
}
