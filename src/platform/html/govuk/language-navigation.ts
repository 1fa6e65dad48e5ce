import { type Attributes, attribute, attributes, classes } from "../attributes.ts";
import { type Content, content, each, type List, type Optional } from "../content.ts";
import { type Html, html } from "../html.ts";

/** A language, named in itself; without an address it is that of the page one is on. */
export type LanguageNavigationItem = Content & { lang: string } & Optional<{
		/** That of the linked page, if it is another. */
		hrefLang: string;
		dir: "ltr" | "rtl";
		href: string;
		current: boolean;
		languageDescriptionText: string;
		classes: string;
		attributes: Attributes;
	}>;

export type LanguageNavigationProps = {
	items: List<LanguageNavigationItem>;
} & Optional<{
	ariaLabel: string;
	classes: string;
	attributes: Attributes;
}>;

export function languageNavigation(props: LanguageNavigationProps): Html {
	return html`<nav class="${classes("govuk-language-navigation", props.classes)}"${attributes(props.attributes)} aria-label="${props.ariaLabel ?? "Language"}">
	<ul class="govuk-language-navigation__list">
		${each(
			props.items,
			(item) => html`<li class="govuk-language-navigation__list-item">
			${item.current || !item.href ? current(item) : link(item)}
		</li>`,
		)}
	</ul>
</nav>`;
}

function current(item: LanguageNavigationItem): Html {
	return html`<span class="${classes("govuk-language-navigation__text", item.classes)}" aria-current="true"${attribute("lang", item.lang)}${attribute("dir", item.dir)}${attributes(item.attributes)}>${content(item)}</span>`;
}

function link(item: LanguageNavigationItem): Html {
	const description =
		item.languageDescriptionText && html`<span class="govuk-visually-hidden"> ${item.languageDescriptionText}</span>`;
	return html`<a class="${classes("govuk-language-navigation__link", item.classes)}" href="${item.href}" rel="alternate"${attribute("lang", item.lang)}${attribute("hreflang", item.hrefLang || item.lang)}${attribute("dir", item.dir)}${attributes(item.attributes)}>${content(item)}${description}
	</a>`;
}
