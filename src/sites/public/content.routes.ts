import { councilPart } from "../../platform/council/index.ts";
import { page, type Route, route } from "../../platform/http/index.ts";
import type { PackPart } from "../../platform/module/index.ts";
import { accessibilityPart, type ContentPage, privacyPart } from "./content.ts";
import { contentMain } from "./content.views.ts";
import { cookiesMain } from "./cookies.views.ts";
import { contactMain } from "./contact.views.ts";

/** The pages that every public website has. */
export const contentRoutes: readonly Route[] = [
	contentRoute("/accessibility", accessibilityPart),
	contentRoute("/privacy", privacyPart),
	route({
		method: "GET",
		path: "/cookies",
		may: "anyone",
		site: "public",
		handle: () =>
			page({ title: "Cookies", description: "The few cookies this website uses, and why.", main: cookiesMain }),
	}),
	route({
		method: "GET",
		path: "/contact",
		may: "anyone",
		site: "public",
		handle: ({ house, now }) =>
			page({
				title: "Contact us",
				description: `How to call, email, visit or write to ${councilPart.of(house).name}.`,
				main: contactMain(councilPart.of(house), now),
				current: "contact",
			}),
	}),
];

function contentRoute(path: string, part: PackPart<ContentPage>): Route {
	return route({
		method: "GET",
		path,
		may: "anyone",
		site: "public",
		handle: ({ house }) => {
			const content = part.of(house);
			return page({
				title: content.title,
				...(content.lead ? { description: content.lead } : {}),
				main: contentMain(content, councilPart.of(house)),
			});
		},
	});
}
