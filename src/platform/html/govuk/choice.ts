import { type Attributes, attribute, attributes, classes, flag } from "../attributes.ts";
import { type Content, filled, type Maybe, type Optional, present, type Words } from "../content.ts";
import { type Html, html } from "../html.ts";
import { type HintProps, hint } from "./hint.ts";
import { label } from "./label.ts";

/** Words between two choices, such as "or". */
export type Divider = { divider: string };

/** One radio or checkbox. */
export type Choice = Content & { value: Words } & Optional<{
		id: string;
		label: Optional<{ classes: string; attributes: Attributes }>;
		hint: Maybe<HintProps>;
		divider: undefined;
		/** Takes precedence over the value of the whole question. */
		checked: boolean;
		/** Shown once this is chosen. */
		conditional: Optional<{ html: Html | false }>;
		disabled: boolean;
		attributes: Attributes;
	}>;

export type ChoiceSetting = {
	kind: "radios" | "checkboxes";
	id: string;
	name: string;
	checked: boolean;
	behaviour?: string | undefined;
	describedBy?: string | undefined;
};

/** The first has no number in its id, so that an error summary can link to the question. */
export function choiceId(item: Choice, prefix: string, number: number): string {
	return item.id || (number > 1 ? `${prefix}-${number}` : prefix);
}

export function divider(kind: ChoiceSetting["kind"], words: string): Html {
	return html`<div class="govuk-${kind}__divider">${words}</div>`;
}

/** The input with its label, hint and what it reveals. */
export function choice(item: Choice, { kind, id, name, checked, behaviour, describedBy }: ChoiceSetting): Html {
	const hintId = present(item.hint) ? `${id}-item-hint` : "";
	const reveals = filled(item.conditional?.html) ? `conditional-${id}` : "";
	const type = kind === "radios" ? "radio" : "checkbox";
	return html`<div class="govuk-${kind}__item">
	<input class="govuk-${kind}__input" id="${id}" name="${name}" type="${type}" value="${item.value}"${flag("checked", checked)}${flag("disabled", item.disabled)}${attribute("data-aria-controls", reveals)}${attribute("data-behaviour", behaviour)}${attribute("aria-describedby", classes(describedBy ?? "", hintId))}${attributes(item.attributes)}>
	${label({
		...words(item),
		classes: classes(`govuk-${kind}__label`, item.label?.classes),
		attributes: item.label?.attributes,
		for: id,
	})}
	${
		item.hint &&
		hintId &&
		hint({
			...item.hint,
			id: hintId,
			classes: classes(`govuk-${kind}__hint`, item.hint.classes),
		})
	}
</div>
${
	reveals &&
	html`<div class="${classes(`govuk-${kind}__conditional`, !checked && `govuk-${kind}__conditional--hidden`)}" id="${reveals}">
	${item.conditional?.html}
</div>`
}`;
}

function words(item: Choice): Content {
	return filled(item.html) ? { html: item.html } : { text: item.text ?? "" };
}
