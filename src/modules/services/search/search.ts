import type { Context } from "../../../platform/context/index.ts";
import { find, type Found } from "./find.ts";
import { countMiss } from "./misses.ts";

/** What a query may mean. One that finds nothing is counted. */
export async function search(ctx: Context, typed: string): Promise<Found> {
	const found = await find(ctx.house.db, typed);
	if (found.services.length === 0 && found.pages.length === 0) await countMiss(ctx, typed);
	return found;
}
