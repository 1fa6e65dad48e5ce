import { type Attributes, attributes, classes, spoken } from "../attributes.ts";
import { type Content, content, each, filled, type List, type Optional } from "../content.ts";
import { type Html, html, type Renderable } from "../html.ts";

/** The address is that of the field which is wrong: `#` and its id. */
export type ErrorSummaryItem = Content & Optional<{ href: string; attributes: Attributes }>;

export type ErrorSummaryProps = ({ titleText: string } | { titleHtml: Html }) &
	Optional<{
		titleText: string;
		titleHtml: Html;
		descriptionText: string;
		descriptionHtml: Html;
		errorList: List<ErrorSummaryItem>;
		disableAutoFocus: boolean;
		classes: string;
		attributes: Attributes;
	}>;

export function errorSummary(props: ErrorSummaryProps): Html {
	const description = filled(props.descriptionHtml) ? props.descriptionHtml : props.descriptionText;
	// The alert is a child of what takes the focus: on one element the two race and part of it goes unread.
	return html`<div class="${classes("govuk-error-summary", props.classes)}"${spoken("data-disable-auto-focus", props.disableAutoFocus)}${attributes(props.attributes)} data-module="govuk-error-summary">
	<div role="alert">
		<h2 class="govuk-error-summary__title">
			${filled(props.titleHtml) ? props.titleHtml : props.titleText}
		</h2>
		<div class="govuk-error-summary__body">
			${description && html`<p>${description}</p>`}
			${errors(props.errorList)}
		</div>
	</div>
</div>`;
}

function errors(items: List<ErrorSummaryItem> | undefined): Renderable {
	if (!items || items.length === 0) return undefined;
	return html`<ul class="govuk-list govuk-error-summary__list">
	${each(items, (item) => html`<li>${error(item)}</li>`)}
</ul>`;
}

function error(item: ErrorSummaryItem): Renderable {
	if (!item.href) return content(item);
	return html`<a href="${item.href}"${attributes(item.attributes)}>${content(item)}</a>`;
}
