import { type Attributes, attribute, attributes, classes, flag, spoken } from "../attributes.ts";
import { type Content, content, type Optional, present, type Words } from "../content.ts";
import { type Html, html, type Renderable } from "../html.ts";
import { describedBy, type LabelledProps, labelled } from "./form-group.ts";

/** Words joined to the front or the back of an input, such as a currency or a unit. */
export type Affix = Content & Optional<{ classes: string; attributes: Attributes }>;

export type InputMode = "none" | "text" | "decimal" | "numeric" | "tel" | "search" | "email" | "url";

export type InputType =
	| "text"
	| "email"
	| "tel"
	| "url"
	| "password"
	| "search"
	| "number"
	| "date"
	| "time"
	| "datetime-local"
	| "month"
	| "week";

export type InputProps = LabelledProps &
	Optional<{
		type: InputType;
		inputmode: InputMode;
		value: Words;
		prefix: Affix;
		suffix: Affix;
		autocomplete: string;
		pattern: string;
		spellcheck: boolean;
		autocapitalize: "off" | "none" | "on" | "sentences" | "words" | "characters";
		inputWrapper: Optional<{ classes: string; attributes: Attributes }>;
	}>;

export function input(props: InputProps): Html {
	const id = props.id || props.name;
	return labelled(id, props, wrapped(props, element(id, props)));
}

function element(id: string, props: InputProps): Html {
	const className = classes("govuk-input", props.classes, props.errorMessage && "govuk-input--error");
	return html`<input class="${className}" id="${id}" name="${props.name}" type="${props.type || "text"}"${spoken("spellcheck", props.spellcheck)}${attributes({ value: props.value })}${flag("disabled", props.disabled)}${attribute("aria-describedby", describedBy(id, props, props.describedBy))}${attribute("autocomplete", props.autocomplete)}${attribute("autocapitalize", props.autocapitalize)}${attribute("pattern", props.pattern)}${attribute("inputmode", props.inputmode)}${attributes(props.attributes)}>`;
}

function wrapped({ prefix, suffix, formGroup, inputWrapper }: InputProps, control: Html): Renderable {
	const { beforeInput, afterInput } = formGroup ?? {};
	if (!present(prefix) && !present(suffix) && !present(beforeInput) && !present(afterInput)) return control;
	return html`<div class="${classes("govuk-input__wrapper", inputWrapper?.classes)}"${attributes(inputWrapper?.attributes)}>
	${content(beforeInput)}
	${affix(prefix, "prefix")}
	${control}
	${affix(suffix, "suffix")}
	${content(afterInput)}
</div>`;
}

function affix(part: Affix | undefined, kind: "prefix" | "suffix"): Renderable {
	if (!part || !present(part)) return undefined;
	return html`<div class="${classes(`govuk-input__${kind}`, part.classes)}" aria-hidden="true"${attributes(part.attributes)}>${content(part)}</div>`;
}
