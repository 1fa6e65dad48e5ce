import type { Attributes } from "../attributes.ts";
import type { Optional } from "../content.ts";
import { type Html, html } from "../html.ts";
import { headerNamed } from "./generic-header.ts";
import { logo } from "./logo.ts";

/** The header of GOV.UK itself, with the crown; a council wears `genericHeader`. */
export type HeaderProps = Optional<{
	homepageUrl: string;
	productName: string;
	containerClasses: string;
	classes: string;
	attributes: Attributes;
}>;

export function header(props: HeaderProps): Html {
	const { homepageUrl, productName, containerClasses, classes, attributes } = props;
	return headerNamed("govuk", {
		logoHtml: html`${logo({ className: "govuk-header__logotype", label: "GOV.UK", withWords: true })}
	${productName && html`<span class="govuk-header__product-name">${productName}</span>`}`,
		url: homepageUrl || "//gov.uk",
		containerClasses,
		classes,
		attributes,
	});
}
