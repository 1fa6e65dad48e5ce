import { type Attributes, attribute, attributes, classes } from "../attributes.ts";
import { type Content, content, each, type List, type Optional } from "../content.ts";
import { type Html, html } from "../html.ts";

export type SubNavigationItem = Content & { href: string } & Optional<{
		active: boolean;
		classes: string;
		attributes: Attributes;
	}>;

export type SubNavigationProps = { items: List<SubNavigationItem> } & Optional<{
	label: string;
	classes: string;
	attributes: Attributes;
}>;

/** The parts of one thing, such as a request, side by side. */
export function subNavigation(props: SubNavigationProps): Html {
	return html`<nav class="${classes("moj-sub-navigation", props.classes)}" aria-label="${props.label || "Secondary navigation region"}"${attributes(props.attributes)}>
	<ul class="moj-sub-navigation__list">
		${each(
			props.items,
			(item) => html`<li class="${classes("moj-sub-navigation__item", item.classes)}">
			<a class="moj-sub-navigation__link"${attribute("aria-current", item.active && "page")} href="${item.href}"${attributes(item.attributes)}>${content(item)}</a>
		</li>`,
		)}
	</ul>
</nav>`;
}
