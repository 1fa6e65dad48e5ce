import { type Attributes, attributes, classes } from "../attributes.ts";
import { content, each, type List, type MaybeContent, type Optional, present, type Words } from "../content.ts";
import { type Html, html, type Renderable } from "../html.ts";

export type PaginationItem =
	| { ellipsis: true }
	| ({ number: Words; href: string } & Optional<{
			ellipsis: false;
			/** "Page" and its number, if not given. */
			visuallyHiddenText: string;
			current: boolean;
			attributes: Attributes;
	  }>);

export type PaginationLink = MaybeContent & { href: string } & Optional<{
		labelText: string;
		attributes: Attributes;
	}>;

export type PaginationProps = Optional<{
	items: List<PaginationItem>;
	previous: PaginationLink;
	next: PaginationLink;
	landmarkLabel: string;
	classes: string;
	attributes: Attributes;
}>;

const arrows = {
	prev: html`<svg class="govuk-pagination__icon govuk-pagination__icon--prev" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13">
	<path d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"></path>
</svg>`,
	next: html`<svg class="govuk-pagination__icon govuk-pagination__icon--next" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13">
	<path d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"></path>
</svg>`,
};

export function pagination(props: PaginationProps): Html {
	const { previous, next } = props;
	// Without numbers the two links stand one above the other, each with what it leads to.
	const block = !props.items && Boolean(next || previous);
	return html`<nav class="${classes("govuk-pagination", block && "govuk-pagination--block", props.classes)}" aria-label="${props.landmarkLabel || "Pagination"}"${attributes(props.attributes)}>
	${previous?.href && arrowLink(previous, "prev", block)}
	${
		props.items &&
		html`<ul class="govuk-pagination__list">
		${each(props.items, pageItem)}
	</ul>`
	}
	${next?.href && arrowLink(next, "next", block)}
</nav>`;
}

function arrowLink(link: PaginationLink, type: "prev" | "next", block: boolean): Html {
	const decorated = block && !link.labelText && "govuk-pagination__link-title--decorated";
	const words = present(link)
		? content(link)
		: html`${type === "prev" ? "Previous" : "Next"}<span class="govuk-visually-hidden"> page</span>`;
	return html`<div class="govuk-pagination__${type}">
	<a class="govuk-link govuk-pagination__link" href="${link.href}" rel="${type}"${attributes(link.attributes)}>
		${(block || type === "prev") && arrows[type]}
		<span class="${classes("govuk-pagination__link-title", decorated)}">
			${words}
		</span>
		${
			block &&
			link.labelText &&
			html`<span class="govuk-visually-hidden">:</span>
		<span class="govuk-pagination__link-label">${link.labelText}</span>`
		}
		${!block && type === "next" && arrows.next}
	</a>
</div>`;
}

function pageItem(item: PaginationItem): Renderable {
	if (item.ellipsis) return html`<li class="govuk-pagination__item govuk-pagination__item--ellipsis">&ctdot;</li>`;
	if (item.number === undefined) return undefined;
	return html`<li class="${classes("govuk-pagination__item", item.current && "govuk-pagination__item--current")}">
	<a class="govuk-link govuk-pagination__link" href="${item.href}" aria-label="${item.visuallyHiddenText ?? `Page ${item.number}`}"${attributes(item.current ? { "aria-current": "page" } : undefined)}${attributes(item.attributes)}>
		${item.number}
	</a>
</li>`;
}
