import { type Html, html } from "../../../platform/html/html.ts";
import type { ContentPage } from "../../../modules/knowledge/index.ts";
import type { Definition } from "../../../modules/services/index.ts";
import { addressOf, subjectOf, verbs } from "./words.ts";

export type Topic = { id: string; name: string; summary: string };

export type Listed = { href: string; name: string; summary: string };

export const listed = (one: Definition): Listed => ({ href: addressOf(one), name: one.name, summary: one.summary });
export const listedPage = ({ id, title, summary }: ContentPage): Listed => ({
	href: `/pages/${id}`,
	name: title,
	summary,
});

/** Names with a line about each. */
export function linkList(items: readonly Listed[]): Html {
	return html`<ul class="govuk-list govuk-list--spaced">${items.map(
		({ href, name, summary }) => html`<li>
		<a class="govuk-link govuk-!-font-weight-bold" href="${href}">${name}</a><br>
		${summary}
	</li>`,
	)}</ul>`;
}

/** The topics, the verbs, and the way to the alphabet. */
export function servicesMain(
	topics: readonly Topic[],
	used: ReadonlySet<Definition["verb"]>,
	events: readonly Listed[],
): Html {
	return html`<h1 class="govuk-heading-xl">Services</h1>
	<h2 class="govuk-heading-l">By topic</h2>
	${topicCards(topics)}
	<h2 class="govuk-heading-l">By what you want to do</h2>
	<ul class="fd-links">${verbs
		.filter(({ id }) => used.has(id))
		.map(({ id, name }) => html`<li><a class="govuk-link" href="/services/verbs/${id}">${name}</a></li>`)}</ul>
	${lifeEventCards(events)}
	<h2 class="govuk-heading-l">By name</h2>
	<p class="govuk-body"><a class="govuk-link" href="/services/a-to-z">All services from A to Z</a></p>`;
}

/** What happens in people's lives, each the way into several services. */
export function lifeEventCards(events: readonly Listed[]): Html | undefined {
	if (events.length === 0) return undefined;
	return html`<h2 class="govuk-heading-l">When something changes in your life</h2>
<ul class="fd-cards">${events.map(
		({ href, name, summary }) => html`<li class="fd-card">
	<a class="fd-card__link" href="${href}">${name}</a>
	<p>${summary}</p>
</li>`,
	)}</ul>`;
}

export function topicCards(topics: readonly Topic[]): Html {
	return html`<ul class="fd-cards">${topics.map(
		({ id, name, summary }) => html`<li class="fd-card">
	<a class="fd-card__link" href="/services/topics/${id}">${name}</a>
	<p>${summary}</p>
</li>`,
	)}</ul>`;
}

export type TopicProps = { topic: Topic; services: readonly Definition[]; pages: readonly ContentPage[] };

/** One topic: what can be done, by verb, then what can be read. */
export function topicMain({ topic, services, pages }: TopicProps): Html {
	const used = verbs.filter(({ id }) => services.some(({ verb }) => verb === id));
	return column(html`<h1 class="govuk-heading-xl">${topic.name}</h1>
	<p class="govuk-body-l">${topic.summary}</p>
	${used.map(
		({ id, name }) => html`<h2 class="govuk-heading-m">${name}</h2>
	${linkList(services.filter(({ verb }) => verb === id).map(listed))}`,
	)}
	${
		pages.length > 0 &&
		html`<h2 class="govuk-heading-m">Guides</h2>
	${linkList(pages.map(listedPage))}`
	}`);
}

/** Everything of one verb, by topic. */
export function verbMain(name: string, says: string, services: readonly Definition[], topics: readonly Topic[]): Html {
	return column(html`<h1 class="govuk-heading-xl">${name}</h1>
	<p class="govuk-body-l">${says}</p>
	${topics
		.filter(({ id }) => services.some(({ topic }) => topic === id))
		.map(
			(topic) => html`<h2 class="govuk-heading-m">${topic.name}</h2>
	${linkList(services.filter((one) => one.topic === topic.id).map(listed))}`,
		)}`);
}

/** Every service and page under the first letter of what it is about. */
export function alphabetMain(services: readonly Definition[], pages: readonly ContentPage[]): Html {
	const entries = [
		...services.map((one) => ({ ...listed(one), subject: subjectOf(one.name) })),
		...pages.map((one) => ({ ...listedPage(one), subject: subjectOf(one.title) })),
	].sort((a, b) => a.subject.localeCompare(b.subject, "en"));
	const letters = Map.groupBy(entries, ({ subject }) => subject.charAt(0).toUpperCase());
	return column(html`<h1 class="govuk-heading-xl">A to Z</h1>
	<nav aria-label="Letters"><ul class="fd-letters">${[...letters.keys()].map(
		(letter) => html`<li><a class="govuk-link" href="#${letter.toLowerCase()}">${letter}</a></li>`,
	)}</ul></nav>
	${[...letters].map(
		([letter, ones]) => html`<h2 class="govuk-heading-m fd-part" id="${letter.toLowerCase()}">${letter}</h2>
	<ul class="govuk-list govuk-list--spaced">${ones.map(
		({ href, subject, name }) =>
			html`<li><a class="govuk-link" href="${href}">${subject}</a>${subject.toLowerCase() !== name.toLowerCase() && html`<br>${name}`}</li>`,
	)}</ul>`,
	)}`);
}

function column(main: Html): Html {
	return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${main}</div></div>`;
}
