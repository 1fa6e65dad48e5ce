import { type Attributes, attributes, classes } from "../attributes.ts";
import { each, type List, type Optional, said, type Words } from "../content.ts";
import { type Html, html } from "../html.ts";
import { type Choice, choice, choiceId, type Divider, divider } from "./choice.ts";
import { amid, type InputGroupProps, inputGroup } from "./input-group.ts";

export type RadiosItem = Choice | Divider;

export type RadiosProps = { name: string; items: List<RadiosItem> } & Omit<InputGroupProps, "describedBy"> &
	Optional<{
		/** The name, if not given. */
		idPrefix: string;
		/** Checks the item with this value, unless the item says it is not checked. */
		value: Words;
		classes: string;
		attributes: Attributes;
	}>;

export function radios(props: RadiosProps): Html {
	const id = props.idPrefix || props.name;
	return inputGroup(
		id,
		props,
		html`<div class="${classes("govuk-radios", props.classes)}"${attributes(props.attributes)} data-module="govuk-radios">
	${amid(
		props.formGroup,
		each(props.items, (item, number) =>
			item.divider === undefined ? radio(item, props, choiceId(item, id, number)) : divider("radios", item.divider),
		),
	)}
</div>`,
	);
}

function radio(item: Choice, { name, value }: RadiosProps, id: string): Html {
	const matches = said(value) && String(item.value) === String(value);
	return choice(item, {
		kind: "radios",
		id,
		name,
		checked: item.checked ?? matches,
	});
}
