import { type Attributes, attribute, attributes, classes } from "../attributes.ts";
import { type Content, content, each, type HeadingLevel, type List, type Optional } from "../content.ts";
import { type Html, html } from "../html.ts";

export type SideNavigationItem = Content & { href: string } & Optional<{ active: boolean; attributes: Attributes }>;

export type SideNavigationSection = {
	heading: Content & Optional<{ headingLevel: HeadingLevel; classes: string; attributes: Attributes }>;
	items: List<SideNavigationItem>;
};

/** One list, or several under headings. */
export type SideNavigationProps = (
	| { items: List<SideNavigationItem>; sections?: undefined }
	| { sections: List<SideNavigationSection>; items?: undefined }
) &
	Optional<{ label: string; classes: string; attributes: Attributes }>;

export function sideNavigation(props: SideNavigationProps): Html {
	return html`<nav class="${classes("moj-side-navigation", props.classes)}"${attribute("aria-label", props.label)}${attributes(props.attributes)}>
	${props.sections ? each(props.sections, section) : list(props.items)}
</nav>`;
}

function section({ heading, items }: SideNavigationSection): Html {
	const { headingLevel = 4 } = heading;
	return html`<h${headingLevel} class="${classes("moj-side-navigation__title", heading.classes)}"${attributes(heading.attributes)}>${content(heading)}</h${headingLevel}>
${list(items)}`;
}

function list(items: List<SideNavigationItem>): Html {
	return html`<ul class="moj-side-navigation__list">
	${each(
		items,
		(
			item,
		) => html`<li class="${classes("moj-side-navigation__item", item.active && "moj-side-navigation__item--active")}"${attributes(item.attributes)}>
		<a href="${item.href}"${attribute("aria-current", item.active && "location")}>${content(item)}</a>
	</li>`,
	)}
</ul>`;
}
