import { sql } from "kysely";
import type { Context } from "../../platform/context/index.ts";
import { noteBounce } from "../customers/index.ts";
import type { Channel } from "./recipient.ts";
import { withoutTokens } from "./sight.ts";

export type Claimed = {
	id: string;
	channel: Channel;
	name: string;
	recipient: string;
	subject: string;
	body: string;
	customerId: string | null;
	/** This try's number, from 1. */
	attempts: number;
};

/** Marks a waiting message as being sent, before any carrier is called. Undefined when it is not waiting any more. */
export async function claim(ctx: Context, id: string): Promise<Claimed | undefined> {
	const { rows } = await sql<Claimed>`update messages.message
		set status = 'sending', attempts = attempts + 1, tried_at = ${ctx.now}, problem = null
		where id = ${id} and status = 'waiting'
		returning id, channel, recipient_name as name, recipient, subject, body, customer_id as "customerId", attempts`.execute(
		ctx.house.db,
	);
	return rows[0];
}

export type Settled =
	| { status: "sent"; carrier: string; carrierId: string }
	| { status: "waiting" | "bounced" | "failed" | "unsure"; problem: string };

/** Writes how a try ended. One that was meanwhile called unsure is put right; one that was tried again since is left alone. */
export async function settle(ctx: Context, message: Claimed, end: Settled): Promise<void> {
	await ctx.house.db.transaction().execute(async (tx) => {
		const isSent = end.status === "sent";
		await tx
			.updateTable("messages.message")
			.set({
				status: end.status,
				...(isSent ? { body: withoutTokens(message.body) } : {}),
				sent_at: isSent ? ctx.now : null,
				carrier: isSent ? end.carrier : null,
				carrier_id: isSent ? end.carrierId : null,
				problem: isSent ? null : end.problem,
			})
			.where("id", "=", message.id)
			.where("attempts", "=", message.attempts)
			.where("status", "in", ["sending", "unsure"])
			.execute();
		const isAddress = message.channel === "email" && message.customerId !== null;
		if (end.status === "bounced" && isAddress) await noteBounce(tx, ctx, message.customerId ?? "", message.recipient);
	});
}

/** Forgets messages whose time is over. */
export async function sweepMessages({ house, now }: Context): Promise<void> {
	await house.db.deleteFrom("messages.message").where("kept_until", "<", now).execute();
}

/** Longer than any carrier is given for one message. */
const longestSending = 10 * 60_000;

/** Calls unsure what has been under way for longer than sending can take. Answers how many. */
export async function markUnsure(ctx: Context): Promise<number> {
	const before = new Date(ctx.now.getTime() - longestSending);
	const { rows } = await sql`update messages.message
		set status = 'unsure', problem = 'Front Door stopped while this was being sent, so nobody knows whether it arrived.'
		where status = 'sending' and tried_at < ${before} returning id`.execute(ctx.house.db);
	return rows.length;
}
