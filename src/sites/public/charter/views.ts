import { type Html, html } from "../../../platform/html/html.ts";
import type { Definition, Promised } from "../../../modules/services/index.ts";
import type { Topic } from "../services/list.views.ts";
import { addressOf } from "../services/words.ts";
import type { Charter } from "./pack.ts";

export type CharterProps = {
	charter: Charter;
	/** The topics that have something in them, each with its services and what they promise today. */
	topics: readonly { topic: Topic; services: readonly { definition: Definition; promises: readonly Promised[] }[] }[];
};

/** What every customer can count on, then what each service promises. */
export function charterMain({ charter, topics }: CharterProps): Html {
	const { title, lead, promises, standards, asks } = charter;
	return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
	<h1 class="govuk-heading-xl">${title}</h1>
	<p class="govuk-body-l">${lead}</p>
	<h2 class="govuk-heading-l">What we promise you</h2>
	<ul class="govuk-list govuk-list--spaced">${promises.map(
		({ promise, because }) => html`<li><strong>${promise}</strong>${because && html`<br>${because}`}</li>`,
	)}</ul>
	${
		standards.length > 0 &&
		html`<h2 class="govuk-heading-l">How soon</h2>
	<dl class="govuk-summary-list">${standards.map(
		({ what, promise }) =>
			html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${what}</dt><dd class="govuk-summary-list__value">${promise}</dd></div>`,
	)}</dl>`
	}
	${
		asks.length > 0 &&
		html`<h2 class="govuk-heading-l">What we ask of you</h2>
	<ul class="govuk-list govuk-list--bullet">${asks.map((one) => html`<li>${one}</li>`)}</ul>`
	}
	<h2 class="govuk-heading-l">What each service promises</h2>
	<nav aria-label="Topics"><ul class="fd-links">${topics.map(
		({ topic }) => html`<li><a class="govuk-link" href="#${topic.id}">${topic.name}</a></li>`,
	)}</ul></nav>
	${topics.map(
		({ topic, services }) => html`<h3 class="govuk-heading-m fd-part" id="${topic.id}">${topic.name}</h3>
	${services.map(({ definition, promises: made }) => ofService(definition, made))}`,
	)}
</div></div>`;
}

function ofService(definition: Definition, promises: readonly Promised[]): Html {
	return html`<h4 class="govuk-heading-s govuk-!-margin-bottom-1"><a class="govuk-link" href="${addressOf(definition)}">${definition.name}</a></h4>
	<ul class="govuk-list govuk-list--bullet">${promises.map(
		({ words, law }) => html`<li>${words}${law !== null && html`<br><span class="govuk-hint">By ${law}</span>`}</li>`,
	)}</ul>`;
}
