import { councilPart } from "../../../platform/council/index.ts";
import type { House } from "../../../platform/context/index.ts";
import { didYouMean, type PartFault } from "../../../platform/module/index.ts";
import { type ContentPage, pages, pathOf, sourcesPart } from "../../../modules/knowledge/index.ts";
import { lifeEvents, servicesPart, topicsPart } from "../../../modules/services/index.ts";
import { charterPart } from "../charter/pack.ts";

const always = [
	"/",
	"/services",
	"/services/a-to-z",
	"/track",
	"/contact",
	"/accessibility",
	"/privacy",
	"/cookies",
	"/charter",
];

/** What is wrong between the pages and the rest of the pack: a topic that is not there, a link that leads nowhere. */
export function pageLinkFaults(house: House): PartFault[] {
	// The pages say the council's own name and numbers.
	if (!councilPart.filled(house)) return [];
	if (![sourcesPart, servicesPart, topicsPart].every((part) => part.filled(house))) return [];
	const topics = topicsPart.of(house).map(({ id }) => id);
	const addresses = new Set([
		...always,
		...(charterPart.of(house) ? ["/charter"] : []),
		...lifeEvents.lifeEvents(house).map(({ id }) => `/life-events/${id}`),
		...topics.map((id) => `/services/topics/${id}`),
		...servicesPart.of(house).map(({ id }) => `/services/${id}`),
		...pages(house).map(({ id }) => `/pages/${id}`),
	]);
	return pages(house).flatMap((page) => [...topicFaults(page, topics), ...linkFaults(page, addresses)]);
}

function topicFaults({ file, topic }: ContentPage, topics: readonly string[]): PartFault[] {
	if (topics.includes(topic)) return [];
	const sentence = `It names the topic “${topic}”, which topics.yaml does not have.${didYouMean(topic, topics)}`;
	return [{ part: sourcesPart, path: pathOf(file, 1), sentence }];
}

function linkFaults({ file, links, main }: ContentPage, addresses: ReadonlySet<string>): PartFault[] {
	return links.flatMap(({ href, line }): PartFault[] => {
		const fault = (sentence: string) => [{ part: sourcesPart, path: pathOf(file, line), sentence }];
		if (/^(?:https:\/\/|mailto:|tel:)\S+$/.test(href)) return [];
		if (href.startsWith("#")) return main.text.includes(`id="${href.slice(1)}"`) ? [] : fault(`No heading is ${href}.`);
		if (!href.startsWith("/")) return fault(`The link “${href}” begins with neither https:// nor /.`);
		return addresses.has(href.split(/[#?]/)[0] ?? "") ? [] : fault(`The link ${href} leads nowhere.`);
	});
}
