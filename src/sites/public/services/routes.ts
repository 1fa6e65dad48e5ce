import { z } from "zod";
import { councilPart } from "../../../platform/council/index.ts";
import { breadcrumbs } from "../../../platform/html/govuk/index.ts";
import { page, route, type Route } from "../../../platform/http/index.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import { publicService, topicsPart } from "../../../modules/services/index.ts";
import { searchRoute } from "./search.routes.ts";
import { homeOf, listsOf, startOf } from "./shown.ts";
import { all, home, shared } from "./trail.ts";
import { verbs } from "./words.ts";

const open = { method: "GET", may: "anyone", site: "public" } as const;

export const serviceRoutes: readonly Route[] = [
	route({
		...open,
		path: "/",
		handle: (ctx) =>
			page({
				title: "Home",
				description: `Report a problem to ${councilPart.of(ctx.house).name}, make a request, and track what happens.`,
				main: homeOf(ctx),
				headers: shared,
			}),
	}),
	route({
		...open,
		path: "/services",
		handle: ({ house }) =>
			page({
				title: "Services",
				description: `Everything you can ask of ${councilPart.of(house).name} here, by topic and from A to Z.`,
				main: listsOf(house).services,
				before: breadcrumbs({ items: [home, { text: "Services" }] }),
				current: "services",
				headers: shared,
			}),
	}),
	route({
		...open,
		path: "/services/a-to-z",
		handle: ({ house }) =>
			page({
				title: "A to Z",
				description: `Every service of ${councilPart.of(house).name} from A to Z.`,
				main: listsOf(house).alphabet,
				before: breadcrumbs({ items: [home, all, { text: "A to Z" }] }),
				current: "services",
				headers: shared,
			}),
	}),
	route({
		...open,
		path: "/services/topics/:topic",
		params: z.object({ topic: z.string() }),
		handle({ house }, { params }) {
			const topic = topicsPart.of(house).find(({ id }) => id === params.topic);
			const main = listsOf(house).topics.get(params.topic);
			if (!topic || !main) throw new NotFound("There is no such topic.");
			const before = breadcrumbs({ items: [home, all, { text: topic.name }] });
			const { name, summary } = topic;
			return page({ title: name, description: summary, main, before, current: "services", headers: shared });
		},
	}),
	route({
		...open,
		path: "/services/verbs/:verb",
		params: z.object({ verb: z.string() }),
		handle({ house }, { params }) {
			const verb = verbs.find(({ id }) => id === params.verb);
			const main = listsOf(house).verbs.get(params.verb);
			if (!verb || !main) throw new NotFound("There is nothing to do by that name.");
			const before = breadcrumbs({ items: [home, all, { text: verb.name }] });
			return page({ title: verb.name, description: verb.says, main, before, current: "services", headers: shared });
		},
	}),
	route({
		...open,
		path: "/services/:service",
		params: z.object({ service: z.string() }),
		handle(ctx, { params }) {
			const service = publicService(ctx.house, params.service);
			if (!service) throw new NotFound("There is no such service.");
			const { name, summary } = service.definition;
			return page({
				title: name,
				description: summary,
				main: startOf(ctx, service.definition),
				before: breadcrumbs({ items: [home, all, { text: name }] }),
				current: "services",
				headers: shared,
			});
		},
	}),
	searchRoute,
];
