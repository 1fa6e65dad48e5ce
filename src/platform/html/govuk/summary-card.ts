import { type Attributes, attributes, classes } from "../attributes.ts";
import { type Content, content, each, type HeadingLevel, type MaybeContent, type Optional } from "../content.ts";
import { type Html, html, type Renderable } from "../html.ts";

export type SummaryAction = Content & { href: string } & Optional<{
		/** What the link is about, for those who hear it out of its row. */
		visuallyHiddenText: string;
		classes: string;
		attributes: Attributes;
	}>;

type SummaryCardTitle = MaybeContent & Optional<{ headingLevel: HeadingLevel; classes: string }>;

export type SummaryCard = Optional<{
	title: SummaryCardTitle;
	actions: Optional<{ items: readonly SummaryAction[]; classes: string }>;
	classes: string;
	attributes: Attributes;
}>;

export function summaryCard(card: SummaryCard, list: Html): Html {
	return html`<div class="${classes("govuk-summary-card", card.classes)}"${attributes(card.attributes)}>
	<div class="govuk-summary-card__title-wrapper">
		${card.title && heading(card.title)}
		${cardActions(card)}
	</div>
	<div class="govuk-summary-card__content">
		${list}
	</div>
</div>`;
}

function heading(title: SummaryCardTitle): Html {
	const { headingLevel = 2 } = title;
	return html`<h${headingLevel} class="${classes("govuk-summary-card__title", title.classes)}">
	${content(title)}
</h${headingLevel}>`;
}

function cardActions({ actions, title }: SummaryCard): Renderable {
	const [first, ...others] = actions?.items ?? [];
	if (!first) return undefined;
	const className = classes("govuk-summary-card__actions", actions?.classes);
	if (others.length === 0) return html`<div class="${className}">${summaryAction(first, title)}</div>`;
	return html`<ul class="${className}">
	${each([first, ...others], (item) => html`<li class="govuk-summary-card__action">${summaryAction(item, title)}</li>`)}
</ul>`;
}

/** A link that changes something; `about` is the card it stands in. */
export function summaryAction(item: SummaryAction, about: MaybeContent | undefined): Html {
	return html`<a class="${classes("govuk-link", item.classes)}" href="${item.href}"${attributes(item.attributes)}>${content(item)}${hidden(item, about)}</a>`;
}

function hidden({ visuallyHiddenText }: SummaryAction, about: MaybeContent | undefined): Renderable {
	if (!visuallyHiddenText && !about) return undefined;
	return html`<span class="govuk-visually-hidden">${visuallyHiddenText && ` ${visuallyHiddenText}`}${about && html` (${content(about)})`}</span>`;
}
