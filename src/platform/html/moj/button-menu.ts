import { type Attributes, attribute, attributes, classes } from "../attributes.ts";
import { each, type List, type Optional } from "../content.ts";
import { type ButtonProps, button } from "../govuk/button.ts";
import { type Html, html } from "../html.ts";

export type ButtonMenuProps = { items: List<ButtonProps> } & Optional<{
	/** The button that opens the menu where script runs; without it the items stand side by side. */
	button: Optional<{ text: string; classes: string }>;
	alignMenu: "left" | "right";
	classes: string;
	attributes: Attributes;
}>;

export function buttonMenu(props: ButtonMenuProps): Html {
	const opener = html`${attribute("data-button-text", props.button?.text)}${attribute("data-button-classes", props.button?.classes)}${attribute("data-align-menu", props.alignMenu)}`;
	return html`<div class="${classes("moj-button-menu", props.classes)}" data-module="moj-button-menu"${attributes(props.attributes)}${opener}>
	${each(props.items, (item) => [
		button({ ...item, classes: classes("moj-button-menu__item govuk-button--secondary", item.classes) }),
		"\n",
	])}
</div>`;
}
