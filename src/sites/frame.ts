import { councilPart } from "../platform/council/index.ts";
import type { House } from "../platform/context/index.ts";
import { assetsSlot } from "../platform/html/assets/index.ts";
import { html, type Html, type Renderable } from "../platform/html/html.ts";
import { document } from "../platform/html/page.ts";
import { themePart } from "../platform/html/theme/index.ts";
import type { Page } from "../platform/http/index.ts";

/** What the sites' pages have in common: the document, and the header with the council's mark and name. */
export type Frame = {
	page: Page;
	/** What the title ends with. */
	site: string;
	header: Html;
	/** Announcements, below the header. */
	alerts?: Html | undefined;
	footer: Html;
	bodyClass?: string;
	/** Styles and scripts beside those that every page has, by plain name. */
	styles?: readonly string[];
	scripts?: readonly string[];
};

export function frame(
	house: House,
	{ page, site, header, alerts, footer, bodyClass, styles = [], scripts = [] }: Frame,
): Html {
	const assets = assetsSlot.of(house);
	const asked = page.scripts ?? [];
	const sheets = [...styles, ...asked.map((name) => `${name}.css`).filter(assets.has)];
	return document({
		lang: councilPart.of(house).locale,
		title: `${page.wrong ? "Error: " : ""}${page.title} - ${site}`,
		assets: { css: assets.url("site.css"), js: assets.url("boot.js"), favicon: assets.url("favicon.svg") },
		description: page.description,
		theme: { color: themePart.of(house).colours.brand },
		head: html`${sheets.map((name) => html`<link rel="stylesheet" href="${assets.url(name)}">`)}`,
		scripts: [...scripts, ...asked.map((name) => `${name}.js`)].map((name) => assets.url(name)),
		bodyClass: [bodyClass, page.wide && "fd-wide"].filter(Boolean).join(" "),
		header: html`${header}${alerts}`,
		// A landmark, so that nothing on the page is outside one.
		beforeContent: page.before && html`<section aria-label="Where you are">${page.before}</section>`,
		main: page.main,
		footer,
	});
}

/** The band across the top. `beside` stands at its right, or below where there is no room. */
export function band(house: House, { name, under, home, beside }: Band): Html {
	return html`<div class="fd-header">
	<div class="govuk-width-container fd-header__row">
		<a class="fd-header__home" href="${home}">
			<img class="fd-header__logo" src="${assetsSlot.of(house).url("logo.svg")}" alt="" width="66" height="44">
			<span class="fd-header__name">${name}${under && html`<small>${under}</small>`}</span>
		</a>
		${beside}
	</div>
</div>`;
}

type Band = { name: string; under?: string | undefined; home: string; beside?: Renderable };
