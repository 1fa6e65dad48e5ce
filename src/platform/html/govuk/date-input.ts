import { type Attributes, attribute, attributes, classes } from "../attributes.ts";
import { each, type List, type Optional, type Words } from "../content.ts";
import { type Html, html } from "../html.ts";
import { type InputMode, input } from "./input.ts";
import { amid, type InputGroupProps, inputGroup } from "./input-group.ts";

type Part = Optional<{
	id: string;
	/** The name, with a capital, if not given. */
	label: string;
	value: Words;
	/** Marks this part as wrong; if no part is marked, an error message marks all, save those that say false. */
	error: boolean;
	autocomplete: string;
	pattern: string;
	inputmode: InputMode;
	classes: string;
	attributes: Attributes;
}>;

export type DateInputItem = Part & { name: string };

export type DatePart = Part & Optional<{ name: string }>;

export type DateInputProps = { id: string } & Omit<InputGroupProps, "describedBy"> &
	Optional<{
		namePrefix: string;
		/** In place of day, month and year. */
		items: List<DateInputItem>;
		/** False leaves this part out. */
		day: DatePart | false;
		month: DatePart | false;
		year: DatePart | false;
		/** By name, with or without the prefix. */
		values: { readonly [name: string]: Words | undefined };
		classes: string;
		attributes: Attributes;
	}>;

export function dateInput(props: DateInputProps): Html {
	const items = parts(props);
	const someAreWrong = items.some((item) => item && isWrong(item));
	return inputGroup(
		props.id,
		props,
		html`<div class="${classes("govuk-date-input", props.classes)}"${attributes(props.attributes)}${attribute("id", props.id)}>
	${amid(
		props.formGroup,
		each(items, (item) => partInput(props, item, someAreWrong)),
	)}
</div>`,
		// JAWS does not read the description of a fieldset of text inputs unless it is called a group.
		"group",
	);
}

type Kind = "day" | "month" | "year";

type Named = Part & { name: string; kind?: Kind | undefined };

/** The parts to show; one named as the day, month or year takes the value it lacks from the option for that. */
function parts(props: DateInputProps): List<Named> {
	const standard = [named("day", props), named("month", props), named("year", props)];
	if (!props.items || props.items.length === 0) return standard;
	return props.items.map((item) => {
		const match = item && standard.find((part) => part && (item.name === part.kind || item.name === part.name));
		return match ? { ...item, kind: match.kind, value: item.value ?? match.value } : item;
	});
}

function named(kind: Kind, props: DateInputProps): Named | false {
	const part = props[kind];
	if (part === false) return false;
	return part ? { ...part, kind, name: part.name ?? kind } : { kind, name: kind, value: props.values?.[kind] };
}

function partInput({ id, namePrefix, values, errorMessage }: DateInputProps, item: Named, someAreWrong: boolean): Html {
	const name = namePrefix ? `${namePrefix}-${item.name}` : item.name;
	const marked = isWrong(item) || (item.error !== false && Boolean(errorMessage) && !someAreWrong);
	return html`<div class="govuk-date-input__item">
	${input({
		label: {
			text: item.label || capitalised(item.name),
			classes: "govuk-date-input__label",
		},
		id: item.id || `${id}-${item.name}`,
		classes: classes(
			"govuk-date-input__input",
			marked && !has(item, "govuk-input--error") && "govuk-input--error",
			!has(item, "govuk-input--width-") && `govuk-input--width-${item.kind === "year" ? 4 : 2}`,
			item.classes,
		),
		name,
		value: item.value ?? values?.[name],
		type: "text",
		inputmode: item.inputmode || "numeric",
		autocomplete: item.autocomplete,
		pattern: item.pattern,
		attributes: item.attributes,
	})}
</div>`;
}

function isWrong(item: Named): boolean {
	return item.error === true || has(item, "govuk-input--error");
}

function has(item: Named, className: string): boolean {
	return item.classes?.includes(className) ?? false;
}

function capitalised(name: string): string {
	return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
}
