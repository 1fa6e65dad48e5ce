/** How much people without an account may upload before they send what it is for. */
import { normalizeIP } from "@fastify/rate-limit";
import { mac } from "../auth/index.ts";
import type { Context } from "../context/index.ts";
import { londonDate } from "../time/index.ts";

/** Bytes a day that wait, from one network: some thirty people's evidence, since a library has one address for all. */
const most = 500_000_000;

/** Who sends, for one day: a keyed hash of the network, 32 bytes. A home's IPv6 network counts as one. */
export function senderOf(ctx: Context, address: string): Buffer {
	return mac(ctx.house, "upload sender", `${londonDate(ctx.now)} ${normalizeIP(address, 64)}`);
}

/** Bytes that this sender may still upload today. What was sent on, and so is kept, no longer counts. */
export async function bytesLeft(ctx: Context, sender: Buffer): Promise<number> {
	const { waiting } = await ctx.house.db
		.selectFrom("files.file")
		.select((one) => one.fn.sum<string | null>("bytes").as("waiting"))
		.where("sender", "=", sender)
		.where("kept_at", "is", null)
		.executeTakeFirstOrThrow();
	return Math.max(0, most - Number(waiting ?? 0));
}
