import { type Attributes, attributes, classes } from "../attributes.ts";
import type { Optional, Words } from "../content.ts";
import { type Html, html } from "../html.ts";
import { button } from "./button.ts";

/** Something to do in a banner or a panel: a link when it has an address, unless it is to look like a button. */
export type Action = { text: string } & Optional<{
	type: "button" | "submit";
	href: string;
	name: string;
	value: Words;
	classes: string;
	attributes: Attributes;
}>;

/** `variants` are the classes that a button and a link wear in this place. */
export function action(props: Action, variants: { button?: string; link?: string } = {}): Html {
	if (!props.href || props.type === "button") {
		return button({
			...props,
			type: props.type ?? "button",
			classes: classes(variants.button ?? "", props.classes),
		});
	}
	return html`<a class="${classes("govuk-link", variants.link, props.classes)}" href="${props.href}"${attributes(props.attributes)}>${props.text}</a>`;
}
