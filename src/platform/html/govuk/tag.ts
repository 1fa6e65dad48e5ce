import { type Attributes, attributes, classes } from "../attributes.ts";
import { type Content, content, type Optional } from "../content.ts";
import { type Html, html } from "../html.ts";

export type TagProps = Content & Optional<{ classes: string; attributes: Attributes }>;

export function tag(props: TagProps): Html {
	return html`<strong class="${classes("govuk-tag", props.classes)}"${attributes(props.attributes)}>
	${content(props)}
</strong>`;
}
