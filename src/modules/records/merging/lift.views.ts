import { csrfField } from "../../../platform/html/csrf.ts";
import { button, errorSummary, textarea } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";

export type LiftProps = { reference: string; liftable: number; csrf: string; why: string; wrong?: string | undefined };

/** Names nobody and shows nothing of the record: it may be kept from matching so that nobody sees it beside another. */
export function liftView({ reference, liftable, csrf, why, wrong }: LiftProps): Html {
	return html`${wrong && errorSummary({ titleText: "There is a problem", errorList: [{ text: wrong, href: "#why" }] })}
<span class="govuk-caption-l">${reference}</span>
<h1 class="govuk-heading-l">Let it be matched again?</h1>
${
	liftable === 0
		? html`<p class="govuk-body">No officer keeps a record of this customer from matching. Where a source does, only the pack can change it.</p>`
		: html`<p class="govuk-body">An officer said that ${liftable === 1 ? "a record" : `${liftable} records`} of this customer must not be matched, since to see it beside another could put somebody in danger. From now on it is compared with others again, and may be shown beside them.</p>
<form method="post" action="/desk/customers/${reference}/restriction" novalidate>
${csrfField(csrf)}
${textarea({ name: "why", id: "why", rows: 3, label: { text: "Why is nobody in danger?", classes: "govuk-label--s" }, value: why, ...(wrong ? { errorMessage: { text: wrong } } : {}) })}
${button({ text: "Let it be matched", classes: "govuk-button--warning", preventDoubleClick: true })}
</form>`
}
<p class="govuk-body"><a class="govuk-link" href="/desk/customers/${reference}/links">Leave it as it is</a></p>`;
}
