import type { Council } from "../../../platform/council/index.ts";
import { button, input } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import type { ContentPage } from "../../../modules/knowledge/index.ts";
import type { Definition } from "../../../modules/services/index.ts";
import { numberLink, phoneNote } from "../../call.views.ts";
import { linkList, listed, listedPage, type Topic } from "./list.views.ts";
import { addressOf, verbs } from "./words.ts";

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
	/** The likeliest first. */
	services: readonly Definition[];
	pages: readonly ContentPage[];
	/** The query with the words nobody knows put right. */
	meant: string | undefined;
	/** A request that the query names. */
	reference: string | undefined;
	topics: readonly Topic[];
	council: Council;
	now: Date;
};

export function searchMain(props: SearchProps): Html {
	const { query, services, pages, meant, reference } = props;
	const none = services.length === 0 && pages.length === 0;
	return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
	<h1 class="govuk-heading-xl">Search</h1>
	<div class="govuk-!-margin-bottom-7">${searchBox({ query, label: "What do you want to do?" })}</div>
	${reference && html`<p class="govuk-body">This looks like the reference of a request. <a class="govuk-link" href="/track?reference=${reference}">Track ${reference}</a></p>`}
	${meant && html`<p class="govuk-body-l">Did you mean <a class="govuk-link" href="/search?q=${encodeURIComponent(meant)}">${meant}</a>?</p>`}
	${query !== "" && (none ? reference === undefined && noResults(props) : results(props))}
</div></div>`;
}

function results({ query, services, pages }: SearchProps): Html {
	const [best, ...others] = services;
	const count = services.length + pages.length;
	return html`<h2 class="govuk-heading-m">${count} ${count === 1 ? "result" : "results"} for “${query}”</h2>
	${best && bestMatch(best)}
	${others.length > 0 && linkList(others.map(listed))}
	${
		pages.length > 0 &&
		html`<h2 class="govuk-heading-m">Guides</h2>
	${linkList(pages.map(listedPage))}`
	}`;
}

function bestMatch(service: Definition): Html {
	const verb = verbs.find(({ id }) => id === service.verb);
	return html`<div class="fd-panel fd-panel--promise">
	<p class="govuk-body-s govuk-!-margin-bottom-1">${verb?.name}</p>
	<h3 class="govuk-heading-m govuk-!-margin-bottom-2"><a class="govuk-link" href="${addressOf(service)}">${service.name}</a></h3>
	<p class="govuk-body">${service.summary}</p>
</div>`;
}

function noResults({ query, council, topics, now }: SearchProps): Html {
	const { contact } = council;
	return html`<h2 class="govuk-heading-m">Nothing was found for “${query}”</h2>
	<p class="govuk-body">Use other words, or fewer. You can also look through a topic:</p>
	<ul class="govuk-list govuk-list--bullet">${topics.map(
		({ id, name }) => html`<li><a class="govuk-link" href="/services/topics/${id}">${name}</a></li>`,
	)}
		<li><a class="govuk-link" href="/services/a-to-z">All services from A to Z</a></li>
	</ul>
	<h2 class="govuk-heading-m">Or ask us</h2>
	<p class="govuk-body">Call ${numberLink(contact.phone)}. ${contact.hours}. ${phoneNote(council, now)}</p>
	<p class="govuk-body">Email <a class="govuk-link" href="mailto:${contact.email}">${contact.email}</a></p>`;
}
