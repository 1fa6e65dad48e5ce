import type { Council } from "../../../platform/council/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import type { Definition } from "../../../modules/services/index.ts";
import { searchBox } from "./search.views.ts";
import { addressOf, verbs } from "./words.ts";

/** Search first, then what most people come for, then everything by what it does. */
export function homeMain(definitions: readonly Definition[], council: Council): Html {
	const top = definitions
		.filter((one) => one["top-task"] !== undefined)
		.sort((a, b) => (a["top-task"] ?? 0) - (b["top-task"] ?? 0));
	const used = verbs.filter(([verb]) => definitions.some((one) => one.verb === verb));
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
<div class="govuk-grid-row">${used.map(
		([verb, name]) => html`<div class="govuk-grid-column-one-third">
	<h3 class="govuk-heading-m">${name}</h3>
	<ul class="govuk-list">${definitions
		.filter((one) => one.verb === verb)
		.map((one) => html`<li><a class="govuk-link" href="${addressOf(one)}">${one.name}</a></li>`)}</ul>
</div>`,
	)}
	<div class="govuk-grid-column-one-third">
		<h3 class="govuk-heading-m">Find out</h3>
		<ul class="govuk-list">
			<li><a class="govuk-link" href="/track">What is happening with my request</a></li>
			<li><a class="govuk-link" href="/services">All services</a></li>
			<li><a class="govuk-link" href="/contact">How to contact us</a></li>
		</ul>
	</div>
</div>`;
}
