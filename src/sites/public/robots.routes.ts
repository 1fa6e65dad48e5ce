import { html, join } from "../../platform/html/html.ts";
import { body, route, type Route } from "../../platform/http/index.ts";
import { publicAddress as at } from "./address.ts";
import { pages as contentPages } from "../../modules/knowledge/index.ts";
import { publicServices } from "../../modules/services/index.ts";

const daily = { "cache-control": "public, max-age=86400" };
const open = { may: "anyone", site: "public", method: "GET" } as const;

/** What belongs to one person, or is of no use to a search engine. `*` in the middle is read by all the large ones. */
const apart = ["/desk", "/open311", "/search", "/services/*/form", "/services/*/reports", "/track"];

/** What search engines may read, and where to begin. */
export const robotsRoutes: readonly Route[] = [
	route({
		...open,
		path: "/robots.txt",
		handle: ({ house }) => {
			const lines = [
				"User-agent: *",
				...apart.map((path) => `Disallow: ${path}`),
				`Sitemap: ${at(house, "/sitemap.xml")}`,
			];
			return body("text/plain; charset=utf-8", `${lines.join("\n")}\n`, 200, daily);
		},
	}),
	route({
		...open,
		path: "/sitemap.xml",
		handle: ({ house }) => {
			const starts = publicServices(house).map(({ id }) => `/services/${id}`);
			const content = contentPages(house).map(({ id }) => `/pages/${id}`);
			const pages = [
				"/",
				"/services",
				"/services/a-to-z",
				...starts,
				...content,
				"/contact",
				"/accessibility",
				"/privacy",
				"/cookies",
			];
			const { text } = html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${join(
	pages.map((path) => html`<url><loc>${at(house, path)}</loc></url>`),
	"\n",
)}
</urlset>
`;
			return body("application/xml; charset=utf-8", text, 200, daily);
		},
	}),
];
