import { type Html, html } from "../../../platform/html/html.ts";
import type { Definition } from "../../../modules/services/index.ts";
import { addressOf } from "./words.ts";

export type Topic = { id: string; name: string; summary: string };

/** Names with a line about each. */
export function serviceList(definitions: readonly Definition[]): Html {
	return html`<ul class="govuk-list govuk-list--spaced">${definitions.map(
		(one) => html`<li>
		<a class="govuk-link govuk-!-font-weight-bold" href="${addressOf(one)}">${one.name}</a><br>
		${one.summary}
	</li>`,
	)}</ul>`;
}

/** Every service twice: by topic, and from A to Z. */
export function servicesMain(definitions: readonly Definition[], topics: readonly Topic[]): Html {
	const used = topics.filter((topic) => definitions.some((one) => one.topic === topic.id));
	const letters = Map.groupBy(definitions, (one) => one.name.charAt(0).toUpperCase());
	return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
	<h1 class="govuk-heading-xl">Services</h1>
	<nav aria-label="Topics">
		<h2 class="govuk-heading-m">By topic</h2>
		<ul class="govuk-list">${used.map((topic) => html`<li><a class="govuk-link" href="#${topic.id}">${topic.name}</a></li>`)}
			<li><a class="govuk-link" href="#a-to-z">A to Z</a></li>
		</ul>
	</nav>
	${used.map(
		(topic) => html`<h2 class="govuk-heading-l fd-part" id="${topic.id}">${topic.name}</h2>
	<p class="govuk-body">${topic.summary}</p>
	${serviceList(definitions.filter((one) => one.topic === topic.id))}`,
	)}
	<h2 class="govuk-heading-l fd-part" id="a-to-z">A to Z</h2>
	${[...letters]
		.sort(([one], [other]) => one.localeCompare(other))
		.map(
			([letter, ones]) => html`<h3 class="govuk-heading-m">${letter}</h3>
	<ul class="govuk-list">${ones.map((one) => html`<li><a class="govuk-link" href="${addressOf(one)}">${one.name}</a></li>`)}</ul>`,
		)}
</div></div>`;
}
