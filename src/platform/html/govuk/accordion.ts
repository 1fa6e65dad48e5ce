import { type Attributes, attributes, classes, spoken } from "../attributes.ts";
import {
	type Content,
	content,
	each,
	type HeadingLevel,
	type List,
	type MaybeContent,
	type Optional,
	paragraphs,
	present,
} from "../content.ts";
import { type Html, html } from "../html.ts";
import { translations } from "./translations.ts";

export type AccordionSection = {
	heading: Content;
	content: Content;
} & Optional<{
	summary: MaybeContent;
	expanded: boolean;
}>;

export type AccordionProps = {
	/** Unique across the whole site, since the script remembers which sections were open. */
	id: string;
	items: List<AccordionSection>;
} & Optional<{
	headingLevel: HeadingLevel;
	classes: string;
	attributes: Attributes;
	rememberExpanded: boolean;
	hideAllSectionsText: string;
	hideSectionText: string;
	hideSectionAriaLabelText: string;
	showAllSectionsText: string;
	showSectionText: string;
	showSectionAriaLabelText: string;
}>;

export function accordion(props: AccordionProps): Html {
	const words = translations({
		"hide-all-sections": props.hideAllSectionsText,
		"hide-section": props.hideSectionText,
		"hide-section-aria-label": props.hideSectionAriaLabelText,
		"show-all-sections": props.showAllSectionsText,
		"show-section": props.showSectionText,
		"show-section-aria-label": props.showSectionAriaLabelText,
	});
	return html`<div class="${classes("govuk-accordion", props.classes)}" data-module="govuk-accordion" id="${props.id}"${attributes(words)}${spoken("data-remember-expanded", props.rememberExpanded)}${attributes(props.attributes)}>
	${each(props.items, (item, number) => section(props, item, number))}
</div>`;
}

function section({ id, headingLevel = 2 }: AccordionProps, item: AccordionSection, number: number): Html {
	return html`<div class="${classes("govuk-accordion__section", item.expanded && "govuk-accordion__section--expanded")}">
	<div class="govuk-accordion__section-header">
		<h${headingLevel} class="govuk-accordion__section-heading">
			<span class="govuk-accordion__section-button" id="${id}-heading-${number}">
				${content(item.heading)}
			</span>
		</h${headingLevel}>
		${
			present(item.summary) &&
			html`<div class="govuk-accordion__section-summary govuk-body" id="${id}-summary-${number}">
			${content(item.summary)}
		</div>`
		}
	</div>
	<div id="${id}-content-${number}" class="govuk-accordion__section-content">
		${paragraphs(item.content)}
	</div>
</div>`;
}
