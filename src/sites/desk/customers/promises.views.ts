import { details } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";

export type PromiseLine = {
	href: string;
	summary: string;
	reference: string;
	/** What they were told; null when nothing was promised. */
	words: string | null;
	due: Html;
	teamName: string;
};

/** As many as an eye takes in; the others are a click away. */
const mostAtOnce = 6;

/** What is open, what runs out first first. */
export function promisesView(lines: readonly PromiseLine[]): Html {
	return html`<section class="fd-panel fd-panel--promise" aria-labelledby="promises">
<h2 class="govuk-heading-m" id="promises">Open promises</h2>
${lines.length === 0 ? html`<p class="govuk-body">Nothing is open.</p>` : listView(lines.slice(0, mostAtOnce))}
${moreView(lines.slice(mostAtOnce))}
</section>`;
}

function listView(lines: readonly PromiseLine[]): Html {
	return html`<ul class="fd-lines">${lines.map(lineView)}</ul>`;
}

function moreView(lines: readonly PromiseLine[]): Html {
	return lines.length === 0 ? nothing : details({ summaryText: `${lines.length} more`, html: listView(lines) });
}

function lineView({ href, summary, reference, words, due, teamName }: PromiseLine): Html {
	return html`<li><div class="fd-pledge"><a class="govuk-link" href="${href}">${summary}</a> <span>${due}</span></div>
<small>${words === null ? nothing : html`${words}. `}${teamName}, ${reference}</small></li>`;
}
