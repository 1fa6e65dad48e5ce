import { type Attributes, attribute, attributes, classes, flag } from "../attributes.ts";
import { each, type List, type Optional, said, type Words } from "../content.ts";
import { type Html, html } from "../html.ts";
import { between, describedBy, type LabelledProps, labelled } from "./form-group.ts";

export type SelectItem = { text: Words } & Optional<{
	/** The text, if not given. */
	value: Words | boolean;
	selected: boolean;
	disabled: boolean;
	attributes: Attributes;
}>;

export type SelectProps = LabelledProps & {
	items: List<SelectItem>;
} & Optional<{
		/** Selects the item with this value, unless the item says it is not selected. */
		value: Words;
	}>;

export function select(props: SelectProps): Html {
	const id = props.id || props.name;
	const className = classes("govuk-select", props.classes, props.errorMessage && "govuk-select--error");
	const control = html`<select class="${className}" id="${id}" name="${props.name}"${flag("disabled", props.disabled)}${attribute("aria-describedby", describedBy(id, props, props.describedBy))}${attributes(props.attributes)}>
	${each(props.items, (item) => option(item, props.value))}
</select>`;
	return labelled(id, props, between(props.formGroup, control));
}

function option(item: SelectItem, chosen: Words | undefined): Html {
	const matches = said(chosen) && String(item.value ?? item.text) === String(chosen);
	return html`<option${attributes({ value: item.value })}${flag("selected", item.selected ?? matches)}${flag("disabled", item.disabled)}${attributes(item.attributes)}>${item.text}</option>`;
}
