import type { Council } from "../../../platform/council/index.ts";
import { button, input } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import type { Definition } from "../../../modules/services/index.ts";
import { numberLink } from "../../call.views.ts";
import { serviceList } from "./list.views.ts";

/** The box on the home page and on the page of results. */
export function searchBox({
	query = "",
	label,
	heading = false,
}: {
	query?: string;
	label: string;
	heading?: boolean;
}): Html {
	return html`<form class="fd-search" action="/search" method="get" role="search">
	${input({
		id: "q",
		name: "q",
		type: "search",
		label: { text: label, classes: heading ? "govuk-label--m" : "govuk-label--s" },
		value: query,
		autocomplete: "off",
		attributes: { maxlength: 200, enterkeyhint: "search" },
	})}
	${button({ text: "Search" })}
</form>`;
}

export type SearchProps = {
	query: string;
	found: readonly Definition[];
	/** A request that the query names. */
	reference: string | undefined;
	council: Council;
};

export function searchMain({ query, found, reference, council }: SearchProps): Html {
	return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
	<h1 class="govuk-heading-xl">Search</h1>
	<div class="govuk-!-margin-bottom-7">${searchBox({ query, label: "What do you want to do?" })}</div>
	${reference && html`<p class="govuk-body">This looks like the reference of a request. <a class="govuk-link" href="/track?reference=${reference}">Track ${reference}</a></p>`}
	${query !== "" && (found.length > 0 ? results(found, query) : reference === undefined && noResults(query, council))}
</div></div>`;
}

function results(found: readonly Definition[], query: string): Html {
	return html`<h2 class="govuk-heading-m">${found.length} ${found.length === 1 ? "service" : "services"} for “${query}”</h2>
	${serviceList(found)}`;
}

function noResults(query: string, { contact }: Council): Html {
	return html`<h2 class="govuk-heading-m">Nothing was found for “${query}”</h2>
	<p class="govuk-body">You can:</p>
	<ul class="govuk-list govuk-list--bullet">
		<li>use other words, or fewer</li>
		<li>look through <a class="govuk-link" href="/services">all services</a></li>
		<li>call us on ${numberLink(contact.phone)} or email <a class="govuk-link" href="mailto:${contact.email}">${contact.email}</a></li>
	</ul>`;
}
