import { type Attributes, attributes, classes } from "../attributes.ts";
import { content, type MaybeContent, type Optional, present } from "../content.ts";
import { type Html, html } from "../html.ts";

export type BackLinkProps = { href: string } & MaybeContent & Optional<{ classes: string; attributes: Attributes }>;

export function backLink(props: BackLinkProps): Html {
	return html`<a href="${props.href || "#"}" class="${classes("govuk-back-link", props.classes)}"${attributes(props.attributes)}>${present(props) ? content(props) : "Back"}</a>`;
}
