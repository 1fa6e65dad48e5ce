import { configSlot } from "../../../platform/config/index.ts";
import type { House } from "../../../platform/context/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import { publicServices, type Service, servicesChangedAt } from "../../../modules/services/index.ts";
import { attributeQuestions, definitionOf } from "./attributes.ts";
import { type Document, type Format, type Value, write, type Written } from "./format.ts";
import { dateTime } from "./time.ts";

type Pages = Record<Format, Written>;

/** What every client reads first and often: written once for each set of live services. */
type Catalogue = {
	of: readonly Service[];
	byCode: ReadonlyMap<string, Service>;
	services: Pages;
	definitions: ReadonlyMap<string, Pages>;
};

const catalogues = new WeakMap<House, Catalogue>();

export function catalogue(house: House): Catalogue {
	const live = publicServices(house);
	const held = catalogues.get(house);
	if (held?.of === live) return held;
	const offered = live.filter((service) => service.definition.open311 !== undefined);
	const coded = offered.map((service) => [codeOf(service), service] as const);
	const made: Catalogue = {
		of: live,
		byCode: new Map(coded),
		services: pages({ root: "services", content: coded.map(([code, service]) => listed(code, service)) }),
		definitions: new Map(
			coded.map(([code, service]) => [
				code,
				pages({ root: "service_definition", content: definitionOf(service, code) }),
			]),
		),
	};
	catalogues.set(house, made);
	return made;
}

/** A service's code; its id for one that other systems are not offered. */
export function codeOf(service: Service): string {
	return service.definition.open311?.code ?? service.id;
}

function listed(code: string, service: Service): Value {
	const { name, summary, keywords, open311 } = service.definition;
	return {
		service_code: code,
		service_name: name,
		description: summary,
		metadata: attributeQuestions(service).length > 0,
		type: open311?.type ?? "realtime",
		keywords: keywords.join(", "),
		group: open311?.group ?? null,
	};
}

/** `changeset` moves when a service does, so that clients know when to read them again. */
export async function discovery(house: House): Promise<Document> {
	const { name, contact } = councilPart.of(house);
	const { PUBLIC_URL, PORT } = configSlot.of(house);
	const changeset = dateTime((await servicesChangedAt(house.db)) ?? new Date(0));
	return {
		root: "discovery",
		content: {
			changeset,
			contact: `${name}, ${contact.phone}, ${contact.email}`,
			key_service: `Ask ${name} for an API key: ${contact.email}`,
			endpoints: [
				{
					specification: "http://wiki.open311.org/GeoReport_v2",
					url: new URL("/open311/v2", PUBLIC_URL ?? `http://localhost:${PORT}`).href,
					changeset,
					type: PUBLIC_URL === undefined ? "test" : "production",
					formats: ["text/xml", "application/json"],
				},
			],
		},
	};
}

function pages(document: Document): Pages {
	return { xml: write("xml", document), json: write("json", document) };
}
