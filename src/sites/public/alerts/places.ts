import type { House } from "../../../platform/context/index.ts";
import { pageById } from "../../../modules/knowledge/index.ts";
import { publicService, publicServices, topicsPart } from "../../../modules/services/index.ts";

/** Where an alert may stand, as officers choose it. */
export function alertPlaces(house: House): { value: string; text: string }[] {
	return [
		{ value: "everywhere", text: "Every page" },
		{ value: "home", text: "The home page" },
		...topicsPart.of(house).map(({ id, name }) => ({ value: `topic:${id}`, text: `Topic: ${name}` })),
		...publicServices(house).map(({ id, definition }) => ({
			value: `service:${id}`,
			text: `Service: ${definition.name}`,
		})),
	];
}

/** The places of alerts that an address belongs to: a service's form has the alerts of the service and of its topic. */
export function placesOf(house: House, url: string): ReadonlySet<string> {
	const path = url.split("?")[0] ?? "";
	const [, first, second, third] = path.split("/");
	const places = new Set(["everywhere"]);
	if (path === "/") places.add("home");
	if (first === "services" && second === "topics" && third) places.add(`topic:${third}`);
	const service = first === "services" && second ? publicService(house, second) : undefined;
	if (service) places.add(`service:${service.id}`).add(`topic:${service.definition.topic}`);
	const page = first === "pages" && second ? pageById(house, second) : undefined;
	if (page) places.add(`topic:${page.topic}`);
	return places;
}
