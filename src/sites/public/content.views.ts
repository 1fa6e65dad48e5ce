import type { Council } from "../../platform/council/index.ts";
import { html, type Html, join } from "../../platform/html/html.ts";
import type { ContentPage } from "./content.ts";

export function contentMain({ title, lead, sections }: ContentPage, council: Council): Html {
	const paragraph = (text: string) => html`<p class="govuk-body">${rich(text, council)}</p>`;
	return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
	<h1 class="govuk-heading-xl">${title}</h1>
	${lead && html`<p class="govuk-body-l">${rich(lead, council)}</p>`}
	${sections.map(
		({ heading, text, list, after }) => html`<h2 class="govuk-heading-m">${heading}</h2>
	${text.map(paragraph)}
	${list.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${list.map((item) => html`<li>${rich(item, council)}</li>`)}</ul>`}
	${after.map(paragraph)}`,
	)}
</div></div>`;
}

const link = /\[([^\]]+)\]\(((?:https:\/\/|mailto:|tel:|\/)[^\s)]*)\)/;

/** Text in which `[words](address)` is a link and `{phone}` is the council's. */
function rich(text: string, council: Council): Html {
	const parts = fill(text, council).split(new RegExp(link, "g"));
	return join(
		parts.map((part, at) => {
			if (at % 3 === 1) return html`<a class="govuk-link" href="${parts[at + 1]}">${part}</a>`;
			return at % 3 === 0 && part;
		}),
	);
}

function fill(text: string, { name, contact }: Council): string {
	const said: Record<string, string> = {
		council: name,
		phone: contact.phone,
		textRelay: contact.textRelay,
		email: contact.email,
		hours: contact.hours,
	};
	return text.replace(/\{(\w+)\}/g, (whole, word: string) => said[word] ?? whole);
}
