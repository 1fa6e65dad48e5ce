import { type Context, defineSlot } from "../../../platform/context/index.ts";
import { find, type Found, type Searched } from "./find.ts";
import { readIndex } from "./indexed.ts";
import { countMiss } from "./misses.ts";

type Held = { searched: Searched; filledAt: number; at: number; reading: boolean };

const slot = defineSlot<Held>("search index");

/** In how many milliseconds every process knows what an officer has told another. */
const freshFor = 10_000;

/** What a query may mean. One that finds nothing is counted. */
export async function search(ctx: Context, typed: string): Promise<Found> {
	const found = await find(ctx.house.db, current(ctx), typed);
	if (found.services.length === 0 && found.pages.length === 0) await countMiss(ctx, typed);
	return found;
}

/** Reads the index into this process: when the house opens, and after each change. */
export async function loadIndex({ house, now }: Context): Promise<void> {
	const filledAt = await filled({ house });
	if (slot.filled(house) && slot.of(house).filledAt === filledAt) {
		slot.put(house, { ...slot.of(house), at: now.getTime(), reading: false });
		return;
	}
	const searched = { index: await readIndex(house.db), memory: new Map() };
	slot.put(house, { searched, filledAt, at: now.getTime(), reading: false });
}

function current(ctx: Context): Searched {
	const held = slot.of(ctx.house);
	if (!held.reading && ctx.now.getTime() - held.at > freshFor) {
		held.reading = true;
		// While the database is away the index that is known does.
		loadIndex(ctx).catch(() => slot.put(ctx.house, { ...held, at: ctx.now.getTime(), reading: false }));
	}
	return held.searched;
}

async function filled({ house }: Pick<Context, "house">): Promise<number> {
	const row = await house.db.selectFrom("services.search_index").select("filled_at").executeTakeFirst();
	return row?.filled_at.getTime() ?? 0;
}
