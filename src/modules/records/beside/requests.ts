import { defineSlot, type OfficerContext } from "../../../platform/context/index.ts";

/** How many requests these customers have that the officer may know of. */
type CountRequests = (ctx: OfficerContext, customerIds: readonly string[]) => Promise<number>;

/** Put in place at start-up by those who know the room of requests. */
export const countRequestsSlot = defineSlot<CountRequests>("how many requests customers have");

/** Null where there is no room of requests, or the tree has no customer of ours. */
export async function requestsOf(ctx: OfficerContext, customerIds: readonly string[]): Promise<number | null> {
	if (customerIds.length === 0 || !countRequestsSlot.filled(ctx.house)) return null;
	return countRequestsSlot.of(ctx.house)(ctx, customerIds);
}
