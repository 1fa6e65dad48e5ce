import { type Attributes, attributes, classes } from "../attributes.ts";
import { content, type Maybe, type MaybeContent, type Optional } from "../content.ts";
import { type Html, html, type Renderable } from "../html.ts";
import { type ErrorMessageProps, errorMessage } from "./error-message.ts";
import { type HintProps, hint } from "./hint.ts";
import { type LabelProps, label } from "./label.ts";

type Wrapper = Optional<{ classes: string; attributes: Attributes }>;

/** The element around one control with its label, hint and error. */
export type FormGroup = Wrapper & Optional<{ beforeInput: MaybeContent; afterInput: MaybeContent }>;

/** The element around several controls that answer one question. */
export type FormGroupOfInputs = Wrapper & Optional<{ beforeInputs: MaybeContent; afterInputs: MaybeContent }>;

/** What is said about a control besides its label. */
export type Explanation = Optional<{
	hint: Maybe<HintProps>;
	errorMessage: Maybe<ErrorMessageProps>;
}>;

/** What the controls with one label have in common. */
export type LabelledProps = { name: string; label: LabelProps } & Explanation &
	Optional<{
		/** The name, if not given. */
		id: string;
		describedBy: string;
		formGroup: FormGroup;
		disabled: boolean;
		classes: string;
		attributes: Attributes;
	}>;

/** The ids that explain a control, for `aria-describedby`. */
export function describedBy(id: string, props: Explanation, before: string | undefined): string {
	return classes(before ?? "", props.hint && `${id}-hint`, props.errorMessage && `${id}-error`);
}

/** The hint and the error, in that order. */
export function explanation(id: string, props: Explanation): Html {
	return html`${props.hint && hint({ ...props.hint, id: `${id}-hint` })}
	${props.errorMessage && errorMessage({ ...props.errorMessage, id: `${id}-error` })}`;
}

export function formGroup(props: { errorMessage?: unknown; formGroup?: Wrapper | undefined }, body: Renderable): Html {
	const className = classes(
		"govuk-form-group",
		Boolean(props.errorMessage) && "govuk-form-group--error",
		props.formGroup?.classes,
	);
	return html`<div class="${className}"${attributes(props.formGroup?.attributes)}>
	${body}
</div>`;
}

/** Label, hint, error and control, one under the other. */
export function labelled(id: string, props: LabelledProps, control: Renderable): Html {
	return formGroup(
		props,
		html`${props.label && label({ ...props.label, for: id })}
	${explanation(id, props)}
	${control}`,
	);
}

/** A control with what the form group puts before and after it. */
export function between(group: FormGroup | undefined, control: Renderable): Html {
	return html`${content(group?.beforeInput)}
	${control}
	${content(group?.afterInput)}`;
}
