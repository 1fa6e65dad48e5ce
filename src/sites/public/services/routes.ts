import { z } from "zod";
import { readReference } from "../../../platform/formats/index.ts";
import type { House } from "../../../platform/context/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import { breadcrumbs } from "../../../platform/html/govuk/index.ts";
import type { Html } from "../../../platform/html/html.ts";
import { page, route, type Route } from "../../../platform/http/index.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import { type Definition, serviceById, services, topicsPart } from "../../../modules/services/index.ts";
import { homeMain } from "./home.views.ts";
import { servicesMain } from "./list.views.ts";
import { searchIndex, type SearchIndex, searchServices } from "./searchRules.ts";
import { searchMain } from "./search.views.ts";
import { startMain } from "./start.views.ts";

/** Nothing on these pages is of one visitor, so that browsers and caches may keep them for a minute. */
const shared = { "cache-control": "public, max-age=60" };

/** Pages that only a new pack changes; the live services are one array for as long as the pack is. */
type Drawn = {
	definitions: readonly Definition[];
	home: Html;
	services: Html;
	starts: Map<string, Html>;
	index: SearchIndex;
};
const drawnFor = new WeakMap<object, Drawn>();

function drawn(house: House): Drawn {
	const live = services(house);
	return drawnFor.get(live) ?? draw(house, live);
}

function draw(house: House, live: ReturnType<typeof services>): Drawn {
	const definitions = live.map((service) => service.definition);
	const council = councilPart.of(house);
	const topics = topicsPart.of(house);
	const topicName = (id: string) => topics.find((topic) => topic.id === id)?.name ?? "";
	const made: Drawn = {
		definitions,
		home: homeMain(definitions, council),
		services: servicesMain(definitions, topics),
		starts: new Map(definitions.map((definition) => [definition.id, startMain(definition, council)])),
		index: searchIndex(definitions, topicName),
	};
	drawnFor.set(live, made);
	return made;
}

const home = { text: "Home", href: "/" };
const all = { text: "Services", href: "/services" };

export const serviceRoutes: readonly Route[] = [
	route({
		method: "GET",
		path: "/",
		may: "anyone",
		site: "public",
		handle: ({ house }) =>
			page({
				title: "Home",
				description: `Report a problem to ${councilPart.of(house).name}, make a request, and track what happens.`,
				main: drawn(house).home,
				headers: shared,
			}),
	}),
	route({
		method: "GET",
		path: "/services",
		may: "anyone",
		site: "public",
		handle: ({ house }) =>
			page({
				title: "Services",
				description: `Everything you can ask of ${councilPart.of(house).name} here, by topic and from A to Z.`,
				main: drawn(house).services,
				before: breadcrumbs({ items: [home, { text: "Services" }] }),
				current: "services",
				headers: shared,
			}),
	}),
	route({
		method: "GET",
		path: "/services/:service",
		may: "anyone",
		site: "public",
		params: z.object({ service: z.string() }),
		handle({ house }, { params }) {
			const service = serviceById(house, params.service);
			const main = drawn(house).starts.get(params.service);
			if (!service || !main) throw new NotFound("There is no such service.");
			const { name, summary } = service.definition;
			const before = breadcrumbs({ items: [home, all, { text: name }] });
			return page({ title: name, description: summary, main, before, current: "services", headers: shared });
		},
	}),
	route({
		method: "GET",
		path: "/search",
		may: "anyone",
		site: "public",
		query: z.object({ q: z.unknown().optional() }),
		handle({ house }, { query }) {
			const asked = typeof query.q === "string" ? query.q.trim().slice(0, 200) : "";
			const main = searchMain({
				query: asked,
				found: searchServices(drawn(house).index, asked),
				reference: readReference(asked),
				council: councilPart.of(house),
			});
			const title = asked === "" ? "Search" : `${asked} - Search`;
			return page({ title, main, before: breadcrumbs({ items: [home, { text: "Search" }] }), headers: shared });
		},
	}),
];
