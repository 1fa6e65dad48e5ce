import { type Attributes, attributes, classes } from "../attributes.ts";
import {
	type Content,
	content,
	each,
	type HeadingLevel,
	type List,
	type Maybe,
	type MaybeContent,
	type Optional,
} from "../content.ts";
import { type Html, html } from "../html.ts";

export type TimelineItem = MaybeContent & {
	label: Content;
	/** For machines (RFC 3339) and for people. */
	datetime: { timestamp: string; text: string };
} & Optional<{
		/** Who did it: "by" stands before it. */
		byline: Maybe<Content>;
		classes: string;
		attributes: Attributes;
	}>;

export type TimelineProps = { items: List<TimelineItem> } & Optional<{
	headingLevel: HeadingLevel;
	classes: string;
	attributes: Attributes;
}>;

/** What happened, when, and by whom. */
export function timeline(props: TimelineProps): Html {
	return html`<div class="${classes("moj-timeline", props.classes)}"${attributes(props.attributes)}>
	${each(props.items, (item) => happening(item, props.headingLevel ?? 2))}
</div>`;
}

function happening(item: TimelineItem, level: HeadingLevel): Html {
	return html`<div class="${classes("moj-timeline__item", item.classes)}"${attributes(item.attributes)}>
	<div class="moj-timeline__header">
		<h${level} class="moj-timeline__title">${content(item.label)}</h${level}>
		${item.byline && html`<p class="moj-timeline__byline">by ${content(item.byline)}</p>`}
	</div>
	<p class="moj-timeline__date">
		<time datetime="${item.datetime.timestamp}">${item.datetime.text}</time>
	</p>
	<div class="moj-timeline__description">${content(item)}</div>
</div>`;
}
