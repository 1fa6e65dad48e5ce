import type { OfficerContext } from "../../../platform/context/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import { readReference } from "../../../platform/formats/index.ts";
import { mayBeSeenBy } from "../queries/sight.ts";

/** Who made the request with this reference, as typed; undefined where the officer may not know of it, or nobody said who they are. */
export async function whoAsked(ctx: OfficerContext, typed: string): Promise<string | undefined> {
	const reference = readReference(typed, councilPart.of(ctx.house).referencePrefix);
	if (reference === undefined) return undefined;
	const row = await ctx.house.db
		.selectFrom("requests.request")
		.select("customer_id")
		.where("reference", "=", reference)
		.where(mayBeSeenBy(ctx.actor))
		.executeTakeFirst();
	return row?.customer_id ?? undefined;
}
