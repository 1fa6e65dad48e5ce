import { type Attributes, attributes, classes } from "../attributes.ts";
import { type Content, content, each, type List, type MaybeContent, type Optional } from "../content.ts";
import { type Html, html, type Renderable } from "../html.ts";
import { type SummaryAction, type SummaryCard, summaryAction, summaryCard } from "./summary-card.ts";

export type SummaryListRow = {
	key: Content & Optional<{ classes: string }>;
	value: MaybeContent & Optional<{ classes: string }>;
} & Optional<{
	classes: string;
	actions: Optional<{ items: readonly SummaryAction[]; classes: string }>;
}>;

export type SummaryListProps = { rows: List<SummaryListRow> } & Optional<{
	/** A card around the list. */
	card: SummaryCard;
	classes: string;
	attributes: Attributes;
}>;

export function summaryList(props: SummaryListProps): Html {
	const someHaveActions = props.rows.some((row) => row && (row.actions?.items?.length ?? 0) > 0);
	const list = html`<dl class="${classes("govuk-summary-list", props.classes)}"${attributes(props.attributes)}>
	${each(props.rows, (item) => row(item, someHaveActions, props.card?.title))}
</dl>`;
	return props.card ? summaryCard(props.card, list) : list;
}

function row(item: SummaryListRow, someHaveActions: boolean, about: MaybeContent | undefined): Html {
	const className = classes(
		"govuk-summary-list__row",
		someHaveActions && !item.actions?.items && "govuk-summary-list__row--no-actions",
		item.classes,
	);
	return html`<div class="${className}">
	<dt class="${classes("govuk-summary-list__key", item.key.classes)}">
		${content(item.key)}
	</dt>
	<dd class="${classes("govuk-summary-list__value", item.value.classes)}">
		${content(item.value)}
	</dd>
	${rowActions(item, about)}
</div>`;
}

function rowActions({ actions }: SummaryListRow, about: MaybeContent | undefined): Renderable {
	const [first, ...others] = actions?.items ?? [];
	if (!first) return undefined;
	return html`<dd class="${classes("govuk-summary-list__actions", actions?.classes)}">
	${
		others.length === 0
			? summaryAction(first, about)
			: html`<ul class="govuk-summary-list__actions-list">
		${each([first, ...others], (item) => html`<li class="govuk-summary-list__actions-list-item">${summaryAction(item, about)}</li>`)}
	</ul>`
	}
</dd>`;
}
