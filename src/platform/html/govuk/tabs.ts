import { type Attributes, attribute, attributes, classes } from "../attributes.ts";
import { each, type List, type MaybeContent, type Optional, paragraphs } from "../content.ts";
import { type Html, html, type Renderable } from "../html.ts";

export type Tab = {
	label: string;
	panel: MaybeContent & Optional<{ attributes: Attributes }>;
} & Optional<{
	/** From `idPrefix` and the place in the list, if not given. */
	id: string;
	attributes: Attributes;
}>;

export type TabsProps = { items: List<Tab> } & Optional<{
	id: string;
	idPrefix: string;
	title: string;
	classes: string;
	attributes: Attributes;
}>;

export function tabs(props: TabsProps): Html {
	return html`<div${attribute("id", props.id)} class="${classes("govuk-tabs", props.classes)}"${attributes(props.attributes)} data-module="govuk-tabs">
	<h2 class="govuk-tabs__title">
		${props.title ?? "Contents"}
	</h2>
	${props.items?.length > 0 && lists(props)}
</div>`;
}

function lists({ items, idPrefix }: TabsProps): Renderable {
	const idOf = (item: Tab, number: number) => item.id || `${idPrefix ?? ""}-${number}`;
	return html`<ul class="govuk-tabs__list">
	${each(items, (item, number) => tab(item, idOf(item, number), number === 1))}
</ul>
${each(items, (item, number) => panel(item, idOf(item, number), number === 1))}`;
}

function tab(item: Tab, panelId: string, selected: boolean): Html {
	return html`<li class="${classes("govuk-tabs__list-item", selected && "govuk-tabs__list-item--selected")}">
	<a class="govuk-tabs__tab" href="#${panelId}"${attributes(item.attributes)}>
		${item.label}
	</a>
</li>`;
}

function panel({ panel: part }: Tab, id: string, selected: boolean): Html {
	return html`<div class="${classes("govuk-tabs__panel", !selected && "govuk-tabs__panel--hidden")}" id="${id}"${attributes(part.attributes)}>
	${paragraphs(part)}
</div>`;
}
