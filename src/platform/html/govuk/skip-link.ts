import { type Attributes, attributes, classes } from "../attributes.ts";
import { type Content, content, type Optional } from "../content.ts";
import { type Html, html } from "../html.ts";

export type SkipLinkProps = Content & Optional<{ href: string; classes: string; attributes: Attributes }>;

export function skipLink(props: SkipLinkProps): Html {
	return html`<a href="${props.href || "#content"}" class="${classes("govuk-skip-link", props.classes)}"${attributes(props.attributes)} data-module="govuk-skip-link">${content(props)}</a>`;
}
