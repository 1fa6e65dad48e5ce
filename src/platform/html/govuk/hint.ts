import { type Attributes, attribute, attributes, classes } from "../attributes.ts";
import { type Content, content, type Optional } from "../content.ts";
import { type Html, html } from "../html.ts";

export type HintProps = Content & Optional<{ id: string; classes: string; attributes: Attributes }>;

export function hint(props: HintProps): Html {
	return html`<div${attribute("id", props.id)} class="${classes("govuk-hint", props.classes)}"${attributes(props.attributes)}>
	${content(props)}
</div>`;
}
