import { type Attributes, attributes, classes } from "../attributes.ts";
import { type Content, content, each, type HeadingLevel, type List, type Optional } from "../content.ts";
import { type ButtonProps, button } from "../govuk/button.ts";
import { type Html, html } from "../html.ts";

export type PageHeaderActionsProps = {
	heading: Content & Optional<{ level: HeadingLevel; classes: string }>;
} & Optional<{ items: List<ButtonProps>; classes: string; attributes: Attributes }>;

/** The heading of a page with what can be done there beside it. */
export function pageHeaderActions({ heading, items, ...props }: PageHeaderActionsProps): Html {
	const { level = 1 } = heading;
	return html`<div class="${classes("moj-page-header-actions", props.classes)}"${attributes(props.attributes)}>
	<div class="moj-page-header-actions__title">
		<h${level} class="${heading.classes ?? "govuk-heading-xl"}">${content(heading)}</h${level}>
	</div>
	${
		items &&
		html`<div class="moj-page-header-actions__actions">
		<div class="moj-button-group moj-button-group--inline">
			${each(items, (item) => [button(item), "\n"])}
		</div>
	</div>`
	}
</div>`;
}
