import { type Attributes, attributes, classes } from "../attributes.ts";
import { type Content, content, type Optional } from "../content.ts";
import { type Html, html } from "../html.ts";

export type BadgeProps = Content & Optional<{ classes: string; attributes: Attributes }>;

/** A small mark beside a name; its colour is a class such as `moj-badge--red`. */
export function badge(props: BadgeProps): Html {
	return html`<span class="${classes("moj-badge", props.classes)}"${attributes(props.attributes)}>${content(props)}</span>`;
}
