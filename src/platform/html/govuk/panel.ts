import { type Attributes, attributes, classes } from "../attributes.ts";
import {
	content,
	each,
	filled,
	type HeadingLevel,
	type List,
	type MaybeContent,
	type Optional,
	present,
} from "../content.ts";
import { type Html, html, type Renderable } from "../html.ts";
import { type Action, action } from "./action.ts";

export type PanelActions = Optional<{
	items: List<Action>;
	classes: string;
	attributes: Attributes;
}>;

export type PanelProps = MaybeContent &
	({ titleText: string } | { titleHtml: Html }) &
	Optional<{
		titleText: string;
		titleHtml: Html;
		headingLevel: HeadingLevel;
		/** With `govuk-panel--interruption` it interrupts instead of confirming, and shows its actions. */
		classes: string;
		attributes: Attributes;
		actions: PanelActions;
	}>;

export function panel(props: PanelProps): Html {
	const { headingLevel = 1 } = props;
	const interrupts = props.classes?.includes("govuk-panel--interruption") ?? false;
	return html`<div class="${classes("govuk-panel", !interrupts && "govuk-panel--confirmation", props.classes)}"${attributes(props.attributes)}>
	<h${headingLevel} class="govuk-panel__title">
		${filled(props.titleHtml) ? props.titleHtml : props.titleText}
	</h${headingLevel}>
	${
		present(props) &&
		html`<div class="govuk-panel__body">
		${content(props)}
	</div>`
	}
	${interrupts && props.actions && panelActions(props.actions)}
</div>`;
}

function panelActions({ items = [], classes: className, attributes: extra }: PanelActions): Renderable {
	const buttons = each(items, (item) => [
		action(item, {
			button: "govuk-button--inverse",
			link: "govuk-link--inverse",
		}),
		"\n",
	]);
	return html`<div class="${classes("govuk-panel__actions", className)}"${attributes(extra)}>
	${items.length > 0 && html`<div class="govuk-button-group">${buttons}</div>`}
</div>`;
}
