import { councilPart } from "../../platform/council/index.ts";
import { serviceNavigation } from "../../platform/html/govuk/index.ts";
import { html } from "../../platform/html/html.ts";
import type { Shell } from "../../platform/http/index.ts";
import { band, frame } from "../frame.ts";
import { telephone, troublePage } from "../trouble.ts";
import { alertsNow } from "../../modules/knowledge/index.ts";
import { banners } from "./alerts/banners.views.ts";
import { placesOf } from "./alerts/places.ts";
import { publicFooter } from "./footer.ts";

/** The first word is what a page gives as `current`. */
const navigation = [
	["services", "Services", "/services"],
	["track", "Track a request", "/track"],
	["contact", "Contact us", "/contact"],
] as const;

/** Header, navigation and footer of the pages that residents see. */
export const publicShell: Shell = {
	wrap(ctx, page, visit) {
		const { house } = ctx;
		const council = councilPart.of(house);
		return frame(house, {
			page,
			alerts: banners(alertsNow(ctx, placesOf(house, visit.url))),
			site: council.name,
			header: html`${band(house, { name: council.name, under: council.motto, home: "/" })}
${serviceNavigation({
	navigationLabel: "Main",
	navigation: navigation.map(([name, text, href]) => ({ text, href, active: page.current === name })),
})}`,
			footer: publicFooter(house),
		});
	},
	trouble: (ctx, trouble) => troublePage(trouble, telephone(ctx)),
};
