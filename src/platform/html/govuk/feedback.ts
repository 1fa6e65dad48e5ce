import { type Attributes, attributes, classes } from "../attributes.ts";
import { filled, type HeadingLevel, type MaybeContent, type Optional, paragraphs, present } from "../content.ts";
import { type Html, html } from "../html.ts";

export type FeedbackProps = MaybeContent &
	({ titleText: string } | { titleHtml: Html }) &
	Optional<{
		titleText: string;
		titleHtml: Html;
		headingLevel: HeadingLevel;
		classes: string;
		attributes: Attributes;
	}>;

export function feedback(props: FeedbackProps): Html {
	const { headingLevel = 2 } = props;
	return html`<div class="${classes("govuk-feedback govuk-width-container", props.classes)}"${attributes(props.attributes)}>
	<div class="govuk-grid-row">
		<div class="govuk-grid-column-two-thirds">
			<h${headingLevel} class="govuk-feedback__title">
				${filled(props.titleHtml) ? props.titleHtml : props.titleText}
			</h${headingLevel}>
			${
				present(props) &&
				html`<div class="govuk-feedback__body">
				${paragraphs(props)}
			</div>`
			}
		</div>
	</div>
</div>`;
}
