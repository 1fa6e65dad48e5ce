import { type Attributes, attribute, attributes, classes } from "../attributes.ts";
import { type Content, content, type Optional, present } from "../content.ts";
import { type Html, html, nothing } from "../html.ts";

export type LabelProps = Content &
	Optional<{
		for: string;
		isPageHeading: boolean;
		classes: string;
		attributes: Attributes;
	}>;

export function label(props: LabelProps): Html {
	if (!present(props)) return nothing;
	const element = html`<label class="${classes("govuk-label", props.classes)}"${attributes(props.attributes)}${attribute("for", props.for)}>
	${content(props)}
</label>`;
	if (!props.isPageHeading) return element;
	return html`<h1 class="govuk-label-wrapper">
	${element}
</h1>`;
}
