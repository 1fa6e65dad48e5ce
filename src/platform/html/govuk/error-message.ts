import { type Attributes, attribute, attributes, classes } from "../attributes.ts";
import { type Content, content, type Optional } from "../content.ts";
import { type Html, html } from "../html.ts";

export type ErrorMessageProps = Content &
	Optional<{
		id: string;
		classes: string;
		attributes: Attributes;
		/** Said before the message by screen readers; empty for nothing. */
		visuallyHiddenText: string;
	}>;

export function errorMessage(props: ErrorMessageProps): Html {
	const { visuallyHiddenText = "Error" } = props;
	return html`<p${attribute("id", props.id)} class="${classes("govuk-error-message", props.classes)}"${attributes(props.attributes)}>
	${visuallyHiddenText && html`<span class="govuk-visually-hidden">${visuallyHiddenText}:</span> `}${content(props)}
</p>`;
}
