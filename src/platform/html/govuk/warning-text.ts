import { type Attributes, attributes, classes } from "../attributes.ts";
import { type Content, content, type Optional } from "../content.ts";
import { type Html, html } from "../html.ts";

export type WarningTextProps = Content &
	Optional<{
		iconFallbackText: string;
		classes: string;
		attributes: Attributes;
	}>;

export function warningText(props: WarningTextProps): Html {
	return html`<div class="${classes("govuk-warning-text", props.classes)}"${attributes(props.attributes)}>
	<span class="govuk-warning-text__icon" aria-hidden="true">!</span>
	<strong class="govuk-warning-text__text">
		<span class="govuk-visually-hidden">${props.iconFallbackText || "Warning"}</span>
		${content(props)}
	</strong>
</div>`;
}
