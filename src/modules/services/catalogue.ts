import { defineSlot, type House } from "../../platform/context/index.ts";
import type { Context } from "../../platform/context/index.ts";
import { servicesPart } from "./pack.ts";
import { checkedService, type Service } from "./service.ts";
import { publish, storedDefinition } from "./versions.ts";

type Catalogue = {
	live: ReadonlyMap<string, Service>;
	inOrder: readonly Service[];
	/** Older versions, read when a request that began with one is first opened. */
	older: Map<string, Promise<Service>>;
};

const catalogueSlot = defineSlot<Catalogue>("catalogue of services");

/** Publishes what the pack says and makes it ready. */
export async function openCatalogue(ctx: Context): Promise<void> {
	const definitions = servicesPart.of(ctx.house);
	const inForce = await ctx.house.db.transaction().execute((tx) => publish(tx, definitions, ctx.now));
	const inOrder = inForce
		.map(({ definition, version }) => checkedService(definition, version))
		.sort((a, b) => a.definition.name.localeCompare(b.definition.name, "en"));
	catalogueSlot.put(ctx.house, { live: new Map(inOrder.map((one) => [one.id, one])), inOrder, older: new Map() });
}

/** The services that customers can use now, by name. */
export function services(house: House): readonly Service[] {
	return catalogueSlot.of(house).inOrder;
}

/** A live service by its id. */
export function serviceById(house: House, id: string): Service | undefined {
	return catalogueSlot.of(house).live.get(id);
}

/** The version a request began with; the database is asked only the first time, and never for the live one. */
export async function serviceVersion(house: House, id: string, version: number): Promise<Service> {
	const { live, older } = catalogueSlot.of(house);
	const now = live.get(id);
	if (now?.version === version) return now;
	const key = `${id}@${version}`;
	const held = older.get(key);
	if (held) return held;
	const reading = storedDefinition(house.db, id, version).then((definition) => {
		if (!definition) throw new Error(`There is no version ${version} of the service ${id}.`);
		return checkedService(definition, version);
	});
	older.set(key, reading);
	// A failed reading (the database was away) must not be remembered.
	reading.catch(() => older.delete(key));
	return reading;
}
