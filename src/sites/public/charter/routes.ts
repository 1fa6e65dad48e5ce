import type { Context } from "../../../platform/context/index.ts";
import { breadcrumbs } from "../../../platform/html/govuk/index.ts";
import { page, route, type Route } from "../../../platform/http/index.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import { londonDate } from "../../../platform/time/index.ts";
import { promisesOf, publicServices } from "../../../modules/services/index.ts";
import { usedTopics } from "../services/shown.ts";
import { home, shared } from "../services/trail.ts";
import { charterPart } from "./pack.ts";
import { charterMain, type CharterProps } from "./views.ts";

/** What the council promises: to everyone, and service by service. */
export const charterRoutes: readonly Route[] = [
	route({
		method: "GET",
		path: "/charter",
		may: "anyone",
		site: "public",
		handle(ctx) {
			const charter = charterPart.of(ctx.house);
			if (!charter) throw new NotFound("This council has no charter.");
			return page({
				title: charter.title,
				description: charter.lead,
				main: charterMain({ charter, topics: promised(ctx) }),
				before: breadcrumbs({ items: [home, { text: charter.title }] }),
				headers: shared,
			});
		},
	}),
];

function promised({ house, now }: Context): CharterProps["topics"] {
	const day = londonDate(now);
	return usedTopics(house)
		.map((topic) => ({
			topic,
			services: publicServices(house)
				.filter(({ definition }) => definition.topic === topic.id)
				.map((service) => ({ definition: service.definition, promises: promisesOf(service, day) })),
		}))
		.filter(({ services }) => services.length > 0);
}
