import { type Attributes, attribute, attributes, classes } from "../attributes.ts";
import { type Content, content, each, filled, type List, type Optional, present } from "../content.ts";
import { Html, html, type Renderable } from "../html.ts";

export type ServiceNavigationItem = Content &
	Optional<{
		href: string;
		/** This is the page. */
		current: boolean;
		/** This is the part of the site that the page is in. */
		active: boolean;
		attributes: Attributes;
	}>;

export type ServiceNavigationSlots = Optional<{
	start: Html;
	/** Under the navigation, or on its line where there is room. */
	end: Html | ({ html: Html } & Optional<{ align: "inline" }>);
	navigationStart: Html;
	navigationEnd: Html;
}>;

export type ServiceNavigationProps = Optional<{
	classes: string;
	attributes: Attributes;
	ariaLabel: string;
	menuButtonText: string;
	menuButtonLabel: string;
	navigationLabel: string;
	navigationId: string;
	navigationClasses: string;
	/** True if not given and there is more than one item. */
	collapseNavigationOnMobile: boolean;
	serviceName: string;
	serviceUrl: string;
	navigation: List<ServiceNavigationItem>;
	slots: ServiceNavigationSlots;
}>;

export function serviceNavigation(props: ServiceNavigationProps): Html {
	const { start, end: endSlot } = props.slots ?? {};
	const end = endSlot instanceof Html ? { html: endSlot, align: undefined } : endSlot;
	const common = html` class="${classes("govuk-service-navigation", props.classes)}" data-module="govuk-service-navigation"${attributes(props.attributes)}`;
	const inner = html`<div class="${classes("govuk-width-container", end?.align === "inline" && "govuk-service-navigation__inlining-container")}">
	${start}
	<div class="govuk-service-navigation__container">
		${props.serviceName && serviceName(props.serviceName, props.serviceUrl)}
		${navigation(props)}
	</div>
	${end?.html}
</div>`;
	// With a name it is a landmark of its own; without, the navigation in it is one.
	if (!props.serviceName && !filled(start) && !filled(end?.html)) {
		return html`<div${common}>
	${inner}
</div>`;
	}
	return html`<section aria-label="${props.ariaLabel ?? "Service information"}"${common}>
	${inner}
</section>`;
}

function serviceName(name: string, url: string | undefined): Html {
	return html`<span class="govuk-service-navigation__service-name">
	${
		url
			? html`<a href="${url}" class="govuk-service-navigation__link">
		${name}
	</a>`
			: html`<span class="govuk-service-navigation__text">${name}</span>`
	}
</span>`;
}

function navigation(props: ServiceNavigationProps): Renderable {
	const items = (props.navigation ?? []).filter(Boolean);
	const { navigationStart, navigationEnd } = props.slots ?? {};
	if (items.length === 0 && !filled(navigationStart) && !filled(navigationEnd)) return undefined;
	const menuButtonText = props.menuButtonText || "Menu";
	const id = props.navigationId || "navigation";
	const collapses = props.collapseNavigationOnMobile ?? items.length > 1;
	return html`<nav aria-label="${props.navigationLabel || menuButtonText}" class="${classes("govuk-service-navigation__wrapper", props.navigationClasses)}">
	${collapses && menuButton(menuButtonText, props.menuButtonLabel, id)}
	<ul class="govuk-service-navigation__list" id="${id}">
		${navigationStart}
		${each(items, navigationItem)}
		${navigationEnd}
	</ul>
</nav>`;
}

/** Hidden until the script that makes it work has come. */
function menuButton(text: string, label: string | undefined, controls: string): Html {
	return html`<button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle" aria-controls="${controls}"${attribute("aria-label", label !== text && label)} hidden aria-hidden="true">
	${text}
</button>`;
}

function navigationItem(item: ServiceNavigationItem): Html {
	const here = item.active || item.current;
	const mark = attribute("aria-current", here && (item.current ? "page" : "true"));
	// Strong, so that the page one is on still shows when a person overrides the colours.
	const words = here
		? html`<strong class="govuk-service-navigation__active-fallback">${content(item)}</strong>`
		: content(item);
	return html`<li class="${classes("govuk-service-navigation__item", here && "govuk-service-navigation__item--active")}">
	${
		item.href
			? html`<a class="govuk-service-navigation__link" href="${item.href}"${mark}${attributes(item.attributes)}>
		${words}
	</a>`
			: present(item) &&
				html`<span class="govuk-service-navigation__text"${mark}>
		${words}
	</span>`
	}
</li>`;
}
