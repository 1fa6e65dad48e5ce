import { type Attributes, attributes } from "../attributes.ts";
import { type Content, content, each, type List, type Optional } from "../content.ts";
import { button } from "../govuk/button.ts";
import { type Html, html } from "../html.ts";

/** A filter that is on; its address is that of the list without it. */
export type FilterTag = { text: string; href: string };

export type FilterCategory = { heading: Content; items: List<FilterTag> };

export type SelectedFilters = {
	heading: Content;
	clearLink: { text: string; href: string };
	categories: List<FilterCategory>;
};

export type FilterProps = { heading: Content; optionsHtml: Html } & Optional<{
	selectedFilters: SelectedFilters;
	/** "Apply filters", if not given. */
	submit: Optional<{ text: string; attributes: Attributes }>;
	attributes: Attributes;
}>;

/** What narrows a list: what is on, with a way to take each off, over the options. It stands in a form. */
export function filter(props: FilterProps): Html {
	return html`<div class="moj-filter" data-module="moj-filter"${attributes(props.attributes)}>
	<div class="moj-filter__header">
		<div class="moj-filter__header-title">
			<h2 class="govuk-heading-m">${content(props.heading)}</h2>
		</div>
		<div class="moj-filter__header-action"></div>
	</div>
	<div class="moj-filter__content">
		${props.selectedFilters && selected(props.selectedFilters)}
		<div class="moj-filter__options">
			${button({ text: props.submit?.text || "Apply filters", attributes: props.submit?.attributes })}
			${props.optionsHtml}
		</div>
	</div>
</div>`;
}

function selected({ heading, clearLink, categories }: SelectedFilters): Html {
	return html`<div class="moj-filter__selected">
	<div class="moj-filter__selected-heading">
		<div class="moj-filter__heading-title">
			<h2 class="govuk-heading-m">${content(heading)}</h2>
		</div>
		<div class="moj-filter__heading-action">
			<p><a class="govuk-link govuk-link--no-visited-state" href="${clearLink.href}">${clearLink.text}</a></p>
		</div>
	</div>
	${each(categories, category)}
</div>`;
}

function category({ heading, items }: FilterCategory): Html {
	return html`<h3 class="govuk-heading-s govuk-!-margin-bottom-0">${content(heading)}</h3>
<ul class="moj-filter-tags">
	${each(items, (item) => html`<li><a class="moj-filter__tag" href="${item.href}"><span class="govuk-visually-hidden">Remove this filter</span> ${item.text}</a></li>`)}
</ul>`;
}
