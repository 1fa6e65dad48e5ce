import { type Attributes, attribute, attributes, classes, flag, spoken } from "../attributes.ts";
import { type Content, content, filled, type Optional, type Words } from "../content.ts";
import { type Html, html, type Renderable } from "../html.ts";

/** With an address it is a link that looks like a button, and has no type, name, value or disabled state. */
export type ButtonProps = Content &
	Optional<{
		type: "button" | "submit" | "reset";
		name: string;
		value: Words;
		disabled: boolean;
		href: string;
		classes: string;
		attributes: Attributes;
		preventDoubleClick: boolean;
		isStartButton: boolean;
		id: string;
	}>;

const startIcon = html`<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false">
	<path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/>
</svg>`;

export function button(props: ButtonProps): Html {
	const className = classes("govuk-button", props.classes, props.isStartButton && "govuk-button--start");
	const common = html` class="${className}" data-module="govuk-button"${attributes(props.attributes)}${attribute("id", props.id)}`;
	if (props.href) {
		return html`<a href="${props.href}" role="button" draggable="false"${common}>
	${label(props)}
</a>`;
	}
	return html`<button type="${props.type ?? "submit"}"${attribute("value", props.value)}${attribute("name", props.name)}${flag('disabled aria-disabled="true"', props.disabled)}${spoken("data-prevent-double-click", props.preventDoubleClick)}${common}>
	${label(props)}
</button>`;
}

/** A start button is a flex box, which would swallow the spaces between the elements of its label. */
function label(props: ButtonProps): Renderable {
	if (!props.isStartButton) return content(props);
	return html`${filled(props.html) ? html`<span>${props.html}</span>` : props.text}
	${startIcon}`;
}
