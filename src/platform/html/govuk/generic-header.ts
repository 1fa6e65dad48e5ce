import { type Attributes, attributes, classes } from "../attributes.ts";
import { filled, type Optional } from "../content.ts";
import { type Html, html } from "../html.ts";

export type GenericHeaderProps = ({ logoText: string } | { logoHtml: Html }) &
	Optional<{
		logoText: string;
		logoHtml: Html;
		url: string;
		containerClasses: string;
		classes: string;
		attributes: Attributes;
	}>;

/** The header for everyone who may not wear the crown. */
export function genericHeader(props: GenericHeaderProps): Html {
	return headerNamed("govuk-generic", props);
}

export function headerNamed(namespace: "govuk" | "govuk-generic", props: GenericHeaderProps): Html {
	return html`<div class="${classes(`${namespace}-header`, props.classes)}"${attributes(props.attributes)}>
	<div class="${namespace}-header__container ${props.containerClasses || "govuk-width-container"}">
		<div class="${namespace}-header__logo">
			<a href="${props.url || "/"}" class="${namespace}-header__homepage-link">
				${filled(props.logoHtml) ? props.logoHtml : props.logoText}
			</a>
		</div>
	</div>
</div>`;
}
