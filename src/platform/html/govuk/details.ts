import { type Attributes, attribute, attributes, classes, flag } from "../attributes.ts";
import { type Content, content, filled, type Optional } from "../content.ts";
import { type Html, html } from "../html.ts";

export type DetailsProps = Content &
	({ summaryText: string } | { summaryHtml: Html }) &
	Optional<{
		summaryText: string;
		summaryHtml: Html;
		id: string;
		open: boolean;
		classes: string;
		attributes: Attributes;
	}>;

export function details(props: DetailsProps): Html {
	return html`<details${attribute("id", props.id)} class="${classes("govuk-details", props.classes)}"${attributes(props.attributes)}${flag("open", props.open)}>
	<summary class="govuk-details__summary">
		<span class="govuk-details__summary-text">
			${filled(props.summaryHtml) ? props.summaryHtml : props.summaryText}
		</span>
	</summary>
	<div class="govuk-details__text">
		${content(props)}
	</div>
</details>`;
}
