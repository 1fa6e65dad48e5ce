import { csrfField } from "../../../platform/html/csrf.ts";
import { button, errorSummary, insetText, textarea } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { dateTimeInWords } from "../../../platform/time/index.ts";
import type { LinkLine } from "./history.ts";
import type { CustomerProps } from "./merge.views.ts";
import { howWords } from "./words.ts";

export type PartProps = {
	line: LinkLine;
	/** What each of the two will have. */
	sides: readonly [CustomerProps, CustomerProps];
	csrf: string;
	why: string;
	wrong?: { says: string; field?: string } | undefined;
	/** Where the way back leads. */
	reference: string;
};

/** What parts from what, before it is done. */
export function partView({ line, sides, csrf, why, wrong, reference }: PartProps): Html {
	return html`${wrong && errorSummary({ titleText: "There is a problem", errorList: [{ text: wrong.says, ...(wrong.field ? { href: `#${wrong.field}` } : {}) }] })}
<h1 class="govuk-heading-l">Part these into two customers?</h1>
<p class="govuk-body">${howWords[line.how]} by ${line.by} on ${dateTimeInWords(line.at)}${line.why === "" ? "." : `: ${line.why}`}</p>
<div class="fd-pair__sides">${sides.map(sideView)}</div>
<p class="govuk-body">Each keeps the requests, messages, needs and people who may act for them that came with its own records. What was written on either since then is listed, so that somebody looks through it. The two are never put together by a machine again.</p>
${
	line.ended === null
		? html`<form method="post" action="/desk/links/${line.id}/end" novalidate>
${csrfField(csrf)}
${textarea({ name: "why", id: "why", rows: 3, label: { text: "Why are they two customers?", classes: "govuk-label--s" }, value: why, ...(wrong?.field === "why" ? { errorMessage: { text: wrong.says } } : {}) })}
${button({ text: "Part them", classes: "govuk-button--warning", preventDoubleClick: true })}
</form>`
		: insetText({
				text: `This link was ended by ${line.ended.by || "Front Door"} on ${dateTimeInWords(line.ended.at)}: ${line.ended.why}`,
			})
}
<p class="govuk-body"><a class="govuk-link" href="/desk/customers/${reference}/links">Leave them as they are</a></p>`;
}

function sideView({ name, reference, records, requests }: CustomerProps): Html {
	return html`<section class="fd-pair__side"><h2 class="govuk-heading-s">${name || reference || "Kept from matching"}</h2>
<p class="govuk-body-s">${reference}</p>
<p class="govuk-body-s">${records.length === 1 ? "1 record" : `${records.length} records`}${requests === null ? nothing : requests === 1 ? ", 1 request" : `, ${requests} requests`}</p>
<ul class="govuk-list govuk-list--bullet govuk-body-s">${records.map((record) => html`<li>${record.sourceName} ${record.reference}</li>`)}</ul></section>`;
}
