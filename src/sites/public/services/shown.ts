import type { Context, House } from "../../../platform/context/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import { type ContentPage, pages } from "../../../modules/knowledge/index.ts";
import {
	type Definition,
	isPromoted,
	lifeEvents,
	publicServices,
	type Service,
	topicsPart,
	topTasks,
	useOfServices,
} from "../../../modules/services/index.ts";
import type { Html } from "../../../platform/html/html.ts";
import { homeMain } from "./home.views.ts";
import { eventAt } from "../life-events/addresses.ts";
import { alphabetMain, type Listed, servicesMain, type Topic, topicMain, verbMain } from "./list.views.ts";
import { startMain } from "./start.views.ts";
import { verbs } from "./words.ts";

const mostTopTasks = 9;

/** Pages that only a new pack changes, drawn once; the live services are one array for as long as the pack is. */
type Lists = { services: Html; alphabet: Html; topics: ReadonlyMap<string, Html>; verbs: ReadonlyMap<string, Html> };
type Drawn = {
	lists: Lists;
	home: Map<ReturnType<typeof useOfServices>, Html>;
	starts: { minute: number; pages: Map<string, Html> };
};

const drawnFor = new WeakMap<readonly Service[], Drawn>();

/** The topics that have something in them. */
export function usedTopics(house: House): Topic[] {
	const promoted = promotedIn(house);
	return topicsPart
		.of(house)
		.filter(({ id }) => promoted.some(({ topic }) => topic === id) || pages(house).some(({ topic }) => topic === id));
}

export function listsOf(house: House): Lists {
	return drawn(house).lists;
}

/** The home page, drawn anew when the counts of what is used are. */
export function homeOf(ctx: Context): Html {
	const { house } = ctx;
	const { home } = drawn(house);
	const use = useOfServices(ctx);
	const held = home.get(use);
	if (held) return held;
	const services = promotedIn(house).toSorted((a, b) => (use.get(b.id) ?? 0) - (use.get(a.id) ?? 0));
	const top = topTasks(services, use, mostTopTasks);
	const made = homeMain({
		top,
		services,
		topics: usedTopics(house),
		events: eventsOf(house),
		council: councilPart.of(house),
	});
	home.clear();
	home.set(use, made);
	return made;
}

/** A start page; it says whether the telephone is answered, so that it holds for a minute. */
export function startOf({ house, now }: Context, definition: Definition): Html {
	const { starts } = drawn(house);
	const minute = Math.floor(now.getTime() / 60_000);
	if (starts.minute !== minute) {
		starts.minute = minute;
		starts.pages.clear();
	}
	const held = starts.pages.get(definition.id);
	if (held) return held;
	const made = startMain(definition, councilPart.of(house), now);
	starts.pages.set(definition.id, made);
	return made;
}

function drawn(house: House): Drawn {
	const live = publicServices(house);
	const held = drawnFor.get(live);
	if (held) return held;
	const made = { lists: listsFor(house), home: new Map(), starts: { minute: 0, pages: new Map() } };
	drawnFor.set(live, made);
	return made;
}

function listsFor(house: House): Lists {
	const promoted = promotedIn(house);
	const topics = usedTopics(house);
	const guides = (topic: Topic): ContentPage[] => pages(house).filter((page) => page.topic === topic.id);
	const of = (topic: Topic) => promoted.filter((one) => one.topic === topic.id);
	const used = verbs.filter(({ id }) => promoted.some(({ verb }) => verb === id));
	return {
		services: servicesMain(topics, new Set(used.map(({ id }) => id)), eventsOf(house)),
		alphabet: alphabetMain(
			publicServices(house).map(({ definition }) => definition),
			pages(house),
		),
		topics: new Map(topics.map((topic) => [topic.id, topicMain({ topic, services: of(topic), pages: guides(topic) })])),
		verbs: new Map(
			used.map(({ id, name, says }) => [
				id,
				verbMain(
					name,
					says,
					promoted.filter((one) => one.verb === id),
					topics,
				),
			]),
		),
	};
}

function eventsOf(house: House): Listed[] {
	return lifeEvents
		.lifeEvents(house)
		.map(({ id, definition: { name, summary } }) => ({ href: eventAt(id), name, summary }));
}

function promotedIn(house: House): Definition[] {
	return publicServices(house)
		.map(({ definition }) => definition)
		.filter(isPromoted);
}
