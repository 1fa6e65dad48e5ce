import { defineSlot, type House } from "../../platform/context/index.ts";
import type { Context } from "../../platform/context/index.ts";
import { BrokenPack } from "../../platform/module/index.ts";
import { teams } from "../staff/index.ts";
import type { Definition } from "./definition.ts";
import { servicesPart, topicsPart } from "./pack.ts";
import { readyService, type Service } from "./service.ts";
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
	const faults = strangers(definitions, {
		teams: new Set(teams(ctx.house).map((team) => team.id)),
		topics: new Set(topicsPart.of(ctx.house).map((topic) => topic.id)),
	});
	if (faults.length > 0) throw new BrokenPack(faults.join("\n"));
	const versions = await ctx.house.db.transaction().execute((tx) => publish(tx, definitions, ctx.now));
	const inOrder = definitions
		.map((definition) => readyService(definition, versions.get(definition.id) ?? 1))
		.sort((a, b) => a.definition.name.localeCompare(b.definition.name, "en"));
	catalogueSlot.put(ctx.house, { live: new Map(inOrder.map((one) => [one.id, one])), inOrder, older: new Map() });
}

type Known = { teams: ReadonlySet<string>; topics: ReadonlySet<string> };

/** What definitions name that the rest of the pack does not have: a sentence for each. */
export function strangers(definitions: readonly Definition[], known: Known): string[] {
	const ids = new Set<string>();
	return definitions.flatMap((definition) => {
		const { id, owner, routing, topic } = definition;
		const unknown = [...new Set([owner, ...routing.map((route) => route.team)])].filter(
			(team) => !known.teams.has(team),
		);
		const faults = unknown.map((team) => `${id}: It names the team "${team}", which teams.yaml does not have.`);
		if (!known.topics.has(topic)) faults.push(`${id}: It names the topic "${topic}", which topics.yaml does not have.`);
		if (ids.has(id)) faults.push(`${id}: Two files define this service.`);
		ids.add(id);
		return faults;
	});
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
		return readyService(definition, version);
	});
	older.set(key, reading);
	// A failed reading (the database was away) must not be remembered.
	reading.catch(() => older.delete(key));
	return reading;
}
