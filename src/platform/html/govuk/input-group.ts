import { content, type Optional } from "../content.ts";
import { type Html, html, type Renderable } from "../html.ts";
import { type FieldsetProps, fieldset } from "./fieldset.ts";
import { describedBy, type Explanation, explanation, type FormGroupOfInputs, formGroup } from "./form-group.ts";

/** Several controls that answer one question, in a fieldset when it has one. */
export type InputGroupProps = Explanation &
	Optional<{
		fieldset: FieldsetProps;
		formGroup: FormGroupOfInputs;
		describedBy: string;
	}>;

/** `role` is that of the fieldset. */
export function inputGroup(id: string, props: InputGroupProps, inputs: Renderable, role?: string): Html {
	const inner = html`${explanation(id, props)}
	${inputs}`;
	if (!props.fieldset) return formGroup(props, inner);
	const { classes, attributes, legend } = props.fieldset;
	const describing = describedBy(id, props, props.fieldset.describedBy || props.describedBy);
	return formGroup(
		props,
		fieldset({
			classes,
			attributes,
			legend,
			role,
			describedBy: describing,
			html: inner,
		}),
	);
}

/** The controls with what the form group puts before and after them. */
export function amid(group: FormGroupOfInputs | undefined, inputs: Renderable): Html {
	return html`${content(group?.beforeInputs)}
	${inputs}
	${content(group?.afterInputs)}`;
}
