import { type Attributes, attributes, classes } from "../attributes.ts";
import { each, type List, type Optional, type Words } from "../content.ts";
import { type Html, html } from "../html.ts";
import { type Choice, choice, choiceId, type Divider, divider } from "./choice.ts";
import { describedBy } from "./form-group.ts";
import { amid, type InputGroupProps, inputGroup } from "./input-group.ts";

export type Checkbox = Choice &
	Optional<{
		/** That of the whole question, if not given. */
		name: string;
		/** "None of these": unchecks the others, where script runs. */
		behaviour: "exclusive";
	}>;

export type CheckboxesItem = Checkbox | Divider;

export type CheckboxesProps = {
	name: string;
	items: List<CheckboxesItem>;
} & InputGroupProps &
	Optional<{
		/** The name, if not given. */
		idPrefix: string;
		/** Checks the items with these values, unless the item says it is not checked. */
		values: readonly Words[];
		classes: string;
		attributes: Attributes;
	}>;

export function checkboxes(props: CheckboxesProps): Html {
	const id = props.idPrefix || props.name;
	// Without a fieldset to carry the explanation, each checkbox carries it.
	const explained = props.fieldset ? "" : describedBy(id, props, props.describedBy);
	return inputGroup(
		id,
		props,
		html`<div class="${classes("govuk-checkboxes", props.classes)}"${attributes(props.attributes)} data-module="govuk-checkboxes">
	${amid(
		props.formGroup,
		each(props.items, (item, number) =>
			item.divider === undefined
				? checkbox(item, props, choiceId(item, id, number), explained)
				: divider("checkboxes", item.divider),
		),
	)}
</div>`,
	);
}

function checkbox(item: Checkbox, { name, values = [] }: CheckboxesProps, id: string, explained: string): Html {
	return choice(item, {
		kind: "checkboxes",
		id,
		name: item.name || name,
		checked: item.checked ?? values.includes(item.value),
		behaviour: item.behaviour,
		describedBy: explained,
	});
}
