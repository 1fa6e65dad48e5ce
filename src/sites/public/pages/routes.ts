import { z } from "zod";
import { breadcrumbs } from "../../../platform/html/govuk/index.ts";
import { page, route, type Route } from "../../../platform/http/index.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import { pageById } from "../../../modules/knowledge/index.ts";
import { topicsPart } from "../../../modules/services/index.ts";
import { all, home, shared } from "../services/trail.ts";
import { pageMain } from "./views.ts";

/** The pages that the council writes in Markdown. */
export const pageRoutes: readonly Route[] = [
	route({
		method: "GET",
		path: "/pages/:page",
		may: "anyone",
		site: "public",
		params: z.object({ page: z.string() }),
		handle({ house }, { params }) {
			const found = pageById(house, params.page);
			if (!found) throw new NotFound("There is no such page.");
			const topic = topicsPart.of(house).find(({ id }) => id === found.topic);
			const way = topic ? [{ text: topic.name, href: `/services/topics/${topic.id}` }] : [];
			return page({
				title: found.title,
				description: found.summary,
				main: pageMain(found),
				before: breadcrumbs({ items: [home, all, ...way, { text: found.title }] }),
				current: "services",
				headers: shared,
			});
		},
	}),
];
