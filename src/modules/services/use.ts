import type { Context, House } from "../../platform/context/index.ts";
import { defineSlot } from "../../platform/context/index.ts";

/** How often each service was used of late, by id. */
export type Use = ReadonlyMap<string, number>;

type Held = { use: Use; at: number; reading: boolean };

const slot = defineSlot<Held>("use of services");
const freshFor = 60_000;

/** Puts down new counts in place of the old. */
export async function noteUse({ house, now }: Context, use: Use): Promise<void> {
	const rows = [...use].map(([service_id, times]) => ({ service_id, times, counted_at: now }));
	await house.db.transaction().execute(async (tx) => {
		await tx.deleteFrom("services.use").execute();
		if (rows.length > 0) await tx.insertInto("services.use").values(rows).execute();
	});
	slot.put(house, { use, at: now.getTime(), reading: false });
}

/** Reads the counts when the house opens. */
export async function openUse({ house, now }: Context): Promise<void> {
	slot.put(house, { use: await readUse(house), at: now.getTime(), reading: false });
}

/** The counts as they were a minute ago at most in a house that is in use: nobody waits for newer ones. */
export function useOfServices({ house, now }: Context): Use {
	const held = slot.of(house);
	if (!held.reading && now.getTime() - held.at > freshFor) {
		held.reading = true;
		readUse(house).then(
			(use) => slot.put(house, { use, at: now.getTime(), reading: false }),
			// The database is away: the old counts do until it is back.
			() => slot.put(house, { ...held, at: now.getTime(), reading: false }),
		);
	}
	return held.use;
}

async function readUse(house: House): Promise<Use> {
	const rows = await house.db.selectFrom("services.use").select(["service_id", "times"]).execute();
	return new Map(rows.map((row) => [row.service_id, row.times]));
}
