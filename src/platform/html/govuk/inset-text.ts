import { type Attributes, attribute, attributes, classes } from "../attributes.ts";
import { type Content, content, type Optional } from "../content.ts";
import { type Html, html } from "../html.ts";

export type InsetTextProps = Content & Optional<{ id: string; classes: string; attributes: Attributes }>;

export function insetText(props: InsetTextProps): Html {
	return html`<div${attribute("id", props.id)} class="${classes("govuk-inset-text", props.classes)}"${attributes(props.attributes)}>
	${content(props)}
</div>`;
}
