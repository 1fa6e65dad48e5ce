import { type Attributes, attributes, classes } from "../attributes.ts";
import { type Content, content, each, type List, type Optional } from "../content.ts";
import { type Html, html } from "../html.ts";

/** Without an address it is the page one is on. */
export type Breadcrumb = Content & Optional<{ href: string; attributes: Attributes }>;

export type BreadcrumbsProps = { items: List<Breadcrumb> } & Optional<{
	classes: string;
	collapseOnMobile: boolean;
	attributes: Attributes;
	labelText: string;
}>;

export function breadcrumbs(props: BreadcrumbsProps): Html {
	const className = classes(
		"govuk-breadcrumbs",
		props.classes,
		props.collapseOnMobile && "govuk-breadcrumbs--collapse-on-mobile",
	);
	return html`<nav class="${className}"${attributes(props.attributes)} aria-label="${props.labelText ?? "Breadcrumb"}">
	<ol class="govuk-breadcrumbs__list">
		${each(props.items, crumb)}
	</ol>
</nav>`;
}

function crumb(item: Breadcrumb): Html {
	if (!item.href) return html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${content(item)}</li>`;
	return html`<li class="govuk-breadcrumbs__list-item">
	<a class="govuk-breadcrumbs__link" href="${item.href}"${attributes(item.attributes)}>${content(item)}</a>
</li>`;
}
