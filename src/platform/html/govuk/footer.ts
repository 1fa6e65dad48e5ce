import { type Attributes, attributes, classes } from "../attributes.ts";
import { content, each, type List, type MaybeContent, type Optional, present } from "../content.ts";
import { type Html, html, type Renderable } from "../html.ts";
import { licenceLogo, logo } from "./logo.ts";

export type FooterLink = { text: string; href: string } & Optional<{
	attributes: Attributes;
}>;

export type FooterNavigation = { title: string } & Optional<{
	columns: number;
	/** A width of the grid, such as `one-third`. */
	width: string;
	items: List<FooterLink>;
}>;

export type FooterMeta = MaybeContent & Optional<{ visuallyHiddenTitle: string; items: List<FooterLink> }>;

/** The footer of central government, with the crown: a council's pages have one of their own. */
export type FooterProps = Optional<{
	meta: FooterMeta;
	navigation: List<FooterNavigation>;
	/** Null shows no licence; without words it is the Open Government Licence. */
	contentLicence: MaybeContent | null;
	copyright: MaybeContent;
	containerClasses: string;
	classes: string;
	attributes: Attributes;
}>;

export function footer(props: FooterProps): Html {
	return html`<div class="${classes("govuk-footer", props.classes)}"${attributes(props.attributes)}>
	<div class="${classes("govuk-width-container", props.containerClasses)}">
		${logo({ className: "govuk-footer__crown", withWords: false })}
		${footerNavigation(props.navigation)}
		<div class="govuk-footer__meta">
			<div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
				${footerMeta(props.meta)}
				${props.contentLicence !== null && licence(props.contentLicence)}
			</div>
			<div class="govuk-footer__meta-item">
				<a class="govuk-footer__link govuk-footer__copyright-logo" href="https://www.nationalarchives.gov.uk/information-management/re-using-public-sector-information/uk-government-licensing-framework/crown-copyright/">
					${present(props.copyright) ? content(props.copyright) : "© Crown copyright"}
				</a>
			</div>
		</div>
	</div>
</div>`;
}

/** The columns of links, with a line under them. */
export function footerNavigation(sections: List<FooterNavigation> | undefined): Renderable {
	if (!sections || sections.length === 0) return undefined;
	return html`<div class="govuk-footer__navigation">
	${each(
		sections,
		(section) => html`<div class="govuk-footer__section govuk-grid-column-${section.width || "full"}">
		<h2 class="govuk-footer__heading govuk-heading-m">${section.title}</h2>
		${links(section)}
	</div>`,
	)}
</div>
<hr class="govuk-footer__section-break">`;
}

function links({ items, columns }: FooterNavigation): Renderable {
	if (!items || items.length === 0) return undefined;
	return html`<ul class="${classes("govuk-footer__list", Boolean(columns) && `govuk-footer__list--columns-${columns}`)}">
	${each(items, (item) => Boolean(item.href && item.text) && html`<li class="govuk-footer__list-item">${link(item)}</li>`)}
</ul>`;
}

/** The links in one line, and what is said under them. */
export function footerMeta(meta: FooterMeta | undefined): Renderable {
	if (!meta) return undefined;
	const items = meta.items ?? [];
	return html`<h2 class="govuk-visually-hidden">${meta.visuallyHiddenTitle || "Support links"}</h2>
${
	items.length > 0 &&
	html`<ul class="govuk-footer__inline-list">
	${each(items, (item) => html`<li class="govuk-footer__inline-list-item">${link(item)}</li>`)}
</ul>`
}
${present(meta) && html`<div class="govuk-footer__meta-custom">${content(meta)}</div>`}`;
}

function link(item: FooterLink): Html {
	return html`
	<a class="govuk-footer__link" href="${item.href}"${attributes(item.attributes)}>
		${item.text}
	</a>`;
}

/** Under which licence the content of the pages may be used again. */
export function licence(words: MaybeContent | undefined): Html {
	return html`${licenceLogo}
<span class="govuk-footer__licence-description">
	${present(words) ? content(words) : openGovernmentLicence}
</span>`;
}

const openGovernmentLicence = html`All content is available under the
	<a class="govuk-footer__link" href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/" rel="license">Open Government Licence v3.0</a>, except where otherwise stated`;
