import { attribute, attributes, classes, flag, spoken } from "../attributes.ts";
import type { Optional, Words } from "../content.ts";
import { type Html, html } from "../html.ts";
import { between, describedBy, type LabelledProps, labelled } from "./form-group.ts";

export type TextareaProps = LabelledProps &
	Optional<{
		spellcheck: boolean;
		/** Height in lines, 5 if not given. */
		rows: Words;
		value: string;
		autocomplete: string;
	}>;

export function textarea(props: TextareaProps): Html {
	const id = props.id || props.name;
	const { value = "" } = props;
	const className = classes("govuk-textarea", props.errorMessage && "govuk-textarea--error", props.classes);
	// A browser drops the first line break after the tag: one of ours keeps the one that a person typed.
	const kept = value.startsWith("\n") ? `\n${value}` : value;
	const control = html`<textarea class="${className}" id="${id}" name="${props.name}" rows="${props.rows || 5}"${spoken("spellcheck", props.spellcheck)}${flag("disabled", props.disabled)}${attribute("aria-describedby", describedBy(id, props, props.describedBy))}${attribute("autocomplete", props.autocomplete)}${attributes(props.attributes)}>${kept}</textarea>`;
	return labelled(id, props, between(props.formGroup, control));
}
