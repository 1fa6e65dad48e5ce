import { classes } from "./attributes.ts";
import type { Optional } from "./content.ts";
import { skipLink } from "./govuk/skip-link.ts";
import { type Html, html } from "./html.ts";

/** Addresses of built files, with the hash of their content in them. */
export type PageAssets = { css: string; js: string } & Optional<{ favicon: string }>;

export type PageProps = {
	title: string;
	assets: PageAssets;
	/** `color` tints the frame of a phone's browser. */
	theme: { color: string };
	main: Html;
} & Optional<{
	/** The language of the page, `en` if not given. */
	lang: string;
	head: Html;
	/** What search engines and shared links say of the page. */
	description: string;
	bodyClass: string;
	/** "Skip to main content", if not given. */
	skipLink: string;
	header: Html;
	/** Above the content and outside `main`: back link, breadcrumbs, banners. */
	beforeContent: Html;
	containerClass: string;
	mainClass: string;
	footer: Html;
	/** More modules for this page alone, after the one that every page has. */
	scripts: readonly string[];
}>;

/**
 * A whole page, as the GOV.UK template lays it out, for a council: no crown, no GDS Transport. Nothing in it is inline,
 * so that the content security policy can forbid that: the module at `assets.js` adds `js-enabled` and
 * `govuk-frontend-supported` to the body, as the template's inline script would.
 */
export function document(props: PageProps): Html {
	const { assets } = props;
	return html`<!DOCTYPE html>
<html lang="${props.lang || "en"}" class="govuk-template">
<head>
	<meta charset="utf-8">
	<title>${props.title}</title>
	<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
	${props.description && html`<meta name="description" content="${props.description}">`}
	<meta name="theme-color" content="${props.theme.color}">
	${assets.favicon && html`<link rel="icon" href="${assets.favicon}">`}
	<link rel="stylesheet" href="${assets.css}">
	${[assets.js, ...(props.scripts ?? [])].map((src) => html`<script type="module" src="${src}"></script>`)}
	${props.head}
</head>
<body class="${classes("govuk-template__body", props.bodyClass)}">
	${skipLink({ href: "#main-content", text: props.skipLink || "Skip to main content" })}
	${props.header && html`<header class="govuk-template__header">${props.header}</header>`}
	<div class="${classes("govuk-width-container", props.containerClass)}">
		${props.beforeContent}
		<main class="${classes("govuk-main-wrapper", props.mainClass)}" id="main-content">
			${props.main}
		</main>
	</div>
	${props.footer && html`<footer class="govuk-template__footer">${props.footer}</footer>`}
</body>
</html>`;
}
