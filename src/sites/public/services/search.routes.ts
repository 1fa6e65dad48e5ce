import { z } from "zod";
import type { Context } from "../../../platform/context/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import { readReference } from "../../../platform/formats/index.ts";
import { breadcrumbs } from "../../../platform/html/govuk/index.ts";
import { type Page, page, route } from "../../../platform/http/index.ts";
import { pageById } from "../../../modules/knowledge/index.ts";
import { publicService, search } from "../../../modules/services/index.ts";
import { searchMain } from "./search.views.ts";
import { usedTopics } from "./shown.ts";
import { home, shared } from "./trail.ts";

const mostPages = 5;

export const searchRoute = route({
	method: "GET",
	path: "/search",
	may: "anyone",
	site: "public",
	query: z.object({ q: z.unknown().optional() }),
	handle: (ctx, { query }) => results(ctx, typeof query.q === "string" ? query.q.trim().slice(0, 200) : ""),
});

async function results(ctx: Context, query: string): Promise<Page> {
	const { house, now } = ctx;
	const council = councilPart.of(house);
	const reference = readReference(query, council.referencePrefix);
	const found = await search(ctx, query);
	const services = found.services.flatMap(({ id }) => publicService(house, id)?.definition ?? []);
	const pages = found.pages.flatMap(({ id }) => pageById(house, id) ?? []).slice(0, mostPages);
	const none = services.length === 0 && pages.length === 0;
	const main = searchMain({
		query,
		services,
		pages,
		meant: found.meant,
		reference,
		topics: usedTopics(house),
		council,
		now,
	});
	return page({
		title: query === "" ? "Search" : `${query} - Search`,
		main,
		before: breadcrumbs({ items: [home, { text: "Search" }] }),
		// What was not found today may be taught in a moment.
		...(none ? {} : { headers: shared }),
	});
}
