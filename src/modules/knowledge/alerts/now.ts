import { type Context, defineSlot, type House } from "../../../platform/context/index.ts";
import { type Alert, alertsIn } from "./alert.ts";
import { alertsPart } from "./pack.ts";
import { alertsSince } from "./queries.ts";

type Held = { made: readonly Alert[]; at: number; reading: boolean };

const slot = defineSlot<Held>("alerts");

/** In how many milliseconds every process shows what was made in another. */
const freshFor = 10_000;

/** The alerts that hold now in one of these places. Nobody waits for the database: what is new is there some seconds later. */
export function alertsNow(ctx: Context, places: ReadonlySet<string>): Alert[] {
	const { house, now } = ctx;
	if (!slot.filled(house)) return [];
	const held = slot.of(house);
	if (!held.reading && now.getTime() - held.at > freshFor) {
		held.reading = true;
		// While the database is away the alerts that are known do.
		readAlerts(ctx).catch(() => slot.put(house, { ...held, at: now.getTime(), reading: false }));
	}
	return alertsIn([...packed(house), ...held.made], places, now);
}

/** Reads what officers have made: when the house opens, and after each change in this process. */
export async function readAlerts({ house, now }: Context): Promise<void> {
	slot.put(house, { made: await alertsSince(house.db, now), at: now.getTime(), reading: false });
}

function packed(house: House): Alert[] {
	return alertsPart
		.of(house)
		.map(({ where, link, ...alert }, at) => ({ id: `pack-${at}`, place: where, link, ...alert }));
}
