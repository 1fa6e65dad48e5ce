import { classes } from "../attributes.ts";
import { content, type Optional, type Words } from "../content.ts";
import { type Html, html } from "../html.ts";
import type { LabelledProps } from "./form-group.ts";
import { hint } from "./hint.ts";
import { textarea } from "./textarea.ts";
import { type Plurals, translations } from "./translations.ts";

export type CharacterCountProps = Omit<LabelledProps, "describedBy" | "disabled"> &
	Optional<{
		rows: Words;
		value: string;
		spellcheck: boolean;
		/** How many characters, or words where `countType` says so. */
		maxlength: Words;
		/** The older way of saying how many words. */
		maxwords: Words;
		countType: "length" | "words";
		/** The percentage of the limit from which the count is shown. */
		threshold: Words;
		countMessage: Optional<{ classes: string }>;
		/** `%{count}` stands for the limit. */
		textareaDescriptionText: string;
		charactersUnderLimitText: Plurals;
		charactersAtLimitText: string;
		charactersOverLimitText: Plurals;
		wordsUnderLimitText: Plurals;
		wordsAtLimitText: string;
		wordsOverLimitText: Plurals;
	}>;

export function characterCount(props: CharacterCountProps): Html {
	const id = props.id || props.name;
	const limit = props.maxwords || props.maxlength;
	const countType = props.countType ?? (props.maxwords ? "words" : undefined);
	return textarea({
		id,
		name: props.name,
		describedBy: `${id}-info`,
		rows: props.rows,
		spellcheck: props.spellcheck,
		value: props.value,
		label: props.label,
		hint: props.hint,
		errorMessage: props.errorMessage,
		attributes: props.attributes,
		classes: classes("govuk-js-character-count", props.classes),
		formGroup: {
			classes: classes("govuk-character-count", props.formGroup?.classes),
			attributes: {
				"data-module": "govuk-character-count",
				"data-maxlength": props.maxlength,
				"data-maxwords": props.maxwords,
				"data-threshold": props.threshold,
				"data-count-type": countType,
				...words(props, Boolean(limit)),
				...props.formGroup?.attributes,
			},
			beforeInput: props.formGroup?.beforeInput,
			afterInput: {
				html: html`${message(props, id, limit, countType)}${content(props.formGroup?.afterInput)}`,
			},
		},
	});
}

/** Without script this states the limit; with script it counts. */
function message(
	props: CharacterCountProps,
	id: string,
	limit: Words | undefined,
	countType: string | undefined,
): Html {
	const unit = countType === "words" ? "words" : "characters";
	const description = props.textareaDescriptionText || `You can enter up to %{count} ${unit}`;
	return hint({
		text: limit ? description.replaceAll("%{count}", () => String(limit)) : "",
		id: `${id}-info`,
		classes: classes("govuk-character-count__message", props.countMessage?.classes),
	});
}

/** The description goes to the script only when the limit is set there, for then we cannot fill it in. */
function words(props: CharacterCountProps, hasLimit: boolean) {
	return translations({
		"textarea-description": hasLimit ? undefined : { other: props.textareaDescriptionText },
		"characters-under-limit": props.charactersUnderLimitText,
		"characters-at-limit": props.charactersAtLimitText,
		"characters-over-limit": props.charactersOverLimitText,
		"words-under-limit": props.wordsUnderLimitText,
		"words-at-limit": props.wordsAtLimitText,
		"words-over-limit": props.wordsOverLimitText,
	});
}
