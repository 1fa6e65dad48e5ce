import { classes } from "../attributes.ts";
import { content, type Optional } from "../content.ts";
import { type Html, html } from "../html.ts";
import { button } from "./button.ts";
import type { LabelledProps } from "./form-group.ts";
import { input } from "./input.ts";
import { translations } from "./translations.ts";

export type PasswordInputProps = LabelledProps &
	Optional<{
		value: string;
		/** `current-password` if not given; `new-password` where one is chosen. */
		autocomplete: string;
		showPasswordText: string;
		hidePasswordText: string;
		showPasswordAriaLabelText: string;
		hidePasswordAriaLabelText: string;
		passwordShownAnnouncementText: string;
		passwordHiddenAnnouncementText: string;
		button: Optional<{ classes: string }>;
	}>;

export function passwordInput(props: PasswordInputProps): Html {
	const id = props.id || props.name;
	return input({
		...props,
		id,
		type: "password",
		spellcheck: false,
		autocapitalize: "none",
		autocomplete: props.autocomplete || "current-password",
		classes: classes("govuk-password-input__input govuk-js-password-input-input", props.classes),
		inputWrapper: { classes: "govuk-password-input__wrapper" },
		formGroup: {
			classes: classes("govuk-password-input", props.formGroup?.classes),
			attributes: {
				"data-module": "govuk-password-input",
				...translations({
					"show-password": props.showPasswordText,
					"hide-password": props.hidePasswordText,
					"show-password-aria-label": props.showPasswordAriaLabelText,
					"hide-password-aria-label": props.hidePasswordAriaLabelText,
					"password-shown-announcement": props.passwordShownAnnouncementText,
					"password-hidden-announcement": props.passwordHiddenAnnouncementText,
				}),
				...props.formGroup?.attributes,
			},
			beforeInput: props.formGroup?.beforeInput,
			afterInput: {
				html: html`${toggle(id, props)}${content(props.formGroup?.afterInput)}`,
			},
		},
	});
}

/** Hidden until the script that makes it work has come. */
function toggle(id: string, props: PasswordInputProps): Html {
	return button({
		type: "button",
		classes: classes(
			"govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle",
			props.button?.classes,
		),
		text: props.showPasswordText ?? "Show",
		attributes: {
			"aria-controls": id,
			"aria-label": props.showPasswordAriaLabelText ?? "Show password",
			hidden: "",
		},
	});
}
