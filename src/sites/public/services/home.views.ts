import type { Council } from "../../../platform/council/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import type { Definition } from "../../../modules/services/index.ts";
import { lifeEventCards, type Listed, type Topic, topicCards } from "./list.views.ts";
import { searchBox } from "./search.views.ts";
import { addressOf, verbs } from "./words.ts";

export type HomeProps = {
	/** What most people come for, the first first. */
	top: readonly Definition[];
	/** What the lists may name, the most used first. */
	services: readonly Definition[];
	topics: readonly Topic[];
	/** What happens in people's lives, for which several services are needed. */
	events: readonly Listed[];
	council: Council;
};

const examples = 3;

/** Search first, then what most people come for, then everything by what it does and what it is about. */
export function homeMain({ top, services, topics, events, council }: HomeProps): Html {
	const used = verbs.filter(({ id }) => services.some((one) => one.verb === id));
	return html`<div class="fd-hero">
	<h1 class="govuk-heading-xl">How can we help?</h1>
	${searchBox({ label: `Search ${council.name}’s services`, heading: true })}
</div>
${
	top.length > 0 &&
	html`<h2 class="govuk-heading-l">Top tasks</h2>
<ul class="fd-cards">${top.map(
		(one) => html`<li class="fd-card">
	<a class="fd-card__link" href="${addressOf(one)}">${one.name}</a>
	<p>${one.summary}</p>
</li>`,
	)}</ul>`
}
<h2 class="govuk-heading-l">What do you want to do?</h2>
<div class="fd-verbs">${used.map(({ id, name }) => verb(id, name, services))}
	<div>
		<h3 class="govuk-heading-m">Find out</h3>
		<ul class="govuk-list">
			<li><a class="govuk-link" href="/track">What is happening with my request</a></li>
			<li><a class="govuk-link" href="/services/a-to-z">All services from A to Z</a></li>
			<li><a class="govuk-link" href="/contact">How to contact us</a></li>
		</ul>
	</div>
</div>
${lifeEventCards(events)}
<h2 class="govuk-heading-l">Topics</h2>
${topicCards(topics)}`;
}

function verb(id: Definition["verb"], name: string, services: readonly Definition[]): Html {
	const ones = services.filter((one) => one.verb === id);
	return html`<div>
	<h3 class="govuk-heading-m">${name}</h3>
	<ul class="govuk-list">${ones
		.slice(0, examples)
		.map((one) => html`<li><a class="govuk-link" href="${addressOf(one)}">${one.name}</a></li>`)}
		${
			ones.length > examples &&
			html`<li><a class="govuk-link govuk-!-font-weight-bold" href="/services/verbs/${id}">${name}: all ${ones.length}</a></li>`
		}</ul>
</div>`;
}
