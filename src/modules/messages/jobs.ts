import { z } from "zod";
import type { Context } from "../../platform/context/index.ts";
import type { Job } from "../../platform/jobs/index.ts";
import { carry } from "./carry.ts";
import { claim, type Claimed, markUnsure, settle } from "./delivery.ts";
import { Bounced, Later, Refused } from "./port.ts";

/** Tries before a message that no carrier would take yet is called failed. */
const tries = 12;

/**
 * Sends one message, at most once. It is marked before the carrier is called, so a worker that dies between the two leaves a
 * mark that says so, and nobody sends the message again but a person. Only a carrier that surely has not accepted it
 * gets it another time.
 */
export const sendJob: Job<{ id: string }> = {
	name: "send message",
	payload: z.object({ id: z.uuid() }),
	// More than the message has: it is the message that says when to stop trying, and shows why.
	attempts: tries + 8,
	async run(ctx, { id }) {
		const message = await claim(ctx, id);
		if (message !== undefined) await send(ctx, message);
	},
};

async function send(ctx: Context, message: Claimed): Promise<void> {
	try {
		const { carrier, carrierId } = await carry(ctx, message);
		await settle(ctx, message, { status: "sent", carrier, carrierId });
	} catch (error) {
		const problem = error instanceof Error ? error.message : String(error);
		if (error instanceof Bounced) return settle(ctx, message, { status: "bounced", problem });
		if (error instanceof Refused) return settle(ctx, message, { status: "failed", problem });
		if (!(error instanceof Later)) return settle(ctx, message, { status: "unsure", problem });
		const isLast = message.attempts >= tries;
		await settle(ctx, message, { status: isLast ? "failed" : "waiting", problem });
		// Thrown again so that the queue waits and comes back.
		if (!isLast) throw error;
	}
}

/** Of messages whose worker died while sending, nobody knows whether they arrived. */
export async function findUnsure(ctx: Context): Promise<void> {
	await markUnsure(ctx);
}
