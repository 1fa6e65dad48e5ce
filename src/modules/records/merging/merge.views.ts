import { csrfField } from "../../../platform/html/csrf.ts";
import { button, checkboxes, errorSummary, input, textarea, warningText } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { dateInWords } from "../../../platform/time/index.ts";
import { besideView, type BesideProps } from "../beside/beside.views.ts";
import type { Conflicts } from "./conflicts.ts";
import { conflictWords } from "./words.ts";

/** A customer as they stand on one side. */
export type CustomerProps = {
	reference: string;
	name: string;
	records: readonly { reference: string; sourceName: string; isGone: boolean }[];
	requests: number | null;
};

type Wrong = { says: string; field?: string };

export type SearchProps = {
	customer: CustomerProps;
	q: string;
	/** Undefined when nothing was looked for. */
	found?: readonly CustomerProps[] | undefined;
	/** Words where what was looked for is no customer who can be merged. */
	none: string;
};

/** Which customer is the same as this one. */
export function searchView({ customer, q, found, none }: SearchProps): Html {
	const address = `/desk/customers/${customer.reference}/merges/new`;
	return html`<span class="govuk-caption-l">${named(customer)}</span>
<h1 class="govuk-heading-l">Who is the same customer?</h1>
<form method="get" action="${address}">
${input({ name: "q", id: "q", label: { text: "Reference, name, email address, telephone number, date of birth or postcode" }, value: q, autocomplete: "off", spellcheck: false })}
${button({ text: "Look for them", classes: "govuk-button--secondary" })}
</form>
${found === undefined ? nothing : found.length === 0 ? html`<p class="govuk-body">${none}</p>` : html`<ul class="govuk-list govuk-list--spaced">${found.map((one) => html`<li><a class="govuk-link" href="${address}?with=${one.reference}">${named(one)}</a><br>${recordsOf(one)}</li>`)}</ul>`}`;
}

function named({ name, reference }: CustomerProps): string {
	return name === "" ? reference : `${name}, ${reference}`;
}

function recordsOf({ records, requests }: CustomerProps): Html {
	const said = requests === null ? "" : requests === 1 ? ", 1 request" : `, ${requests} requests`;
	return html`${records.length === 1 ? "1 record" : `${records.length} records`}: ${records.map(({ sourceName }) => sourceName).join(", ")}${said}`;
}

export type MergeProps = {
	left: CustomerProps;
	right: CustomerProps;
	beside: BesideProps;
	conflicts: Conflicts;
	csrf: string;
	typed: { why: string; confirmed: boolean };
	wrong?: Wrong | undefined;
};

export function mergeView({ left, right, beside, conflicts, csrf, typed, wrong }: MergeProps): Html {
	const at = (field: string) => (wrong?.field === field ? { errorMessage: { text: wrong.says } } : {});
	const { found, apart } = conflicts;
	return html`${wrong && errorSummary({ titleText: "There is a problem", errorList: [{ text: wrong.says, ...(wrong.field ? { href: `#${wrong.field}` } : {}) }] })}
<h1 class="govuk-heading-l">Make these one customer?</h1>
<div class="fd-pair__sides">${[left, right].map((side) => html`<section class="fd-pair__side"><h2 class="govuk-heading-s">${side.name || "Name not shown"}</h2><p class="govuk-body-s"><a class="govuk-link" href="/desk/customers/${side.reference}">${side.reference}</a></p><p class="govuk-body-s">${recordsOf(side)}</p></section>`)}</div>
${found.map((conflict) => warningText({ text: conflictWords[conflict], iconFallbackText: "Warning" }))}
${apart.length === 0 ? nothing : html`<ul class="govuk-list govuk-list--bullet">${apart.map(({ by, at: when, why }) => html`<li>${by} on ${dateInWords(when)}${why === "" ? nothing : html`: ${why}`}</li>`)}</ul>`}
${besideView(beside)}
<p class="govuk-body">Everything stays where it is: requests, messages, needs and who may act for them are read together from now on. Both references go on working. It can be undone.</p>
<form method="post" action="/desk/customers/${left.reference}/merges" novalidate>
${csrfField(csrf)}
<input type="hidden" name="with" value="${right.reference}">
${textarea({ name: "why", id: "why", rows: 3, label: { text: "Why are they one customer?", classes: "govuk-label--s" }, hint: { text: "What you saw or were told, so that a colleague can check it" }, value: typed.why, ...at("why") })}
${
	found.length === 0
		? nothing
		: checkboxes({
				name: "confirm",
				idPrefix: "confirm",
				classes: "govuk-checkboxes--small",
				values: typed.confirmed ? ["yes"] : [],
				items: [{ value: "yes", text: "I have checked it: they are one customer, whatever the warnings above say" }],
				...at("confirm"),
			})
}
${button({ text: "Make them one customer", preventDoubleClick: true })}
</form>
<p class="govuk-body"><a class="govuk-link" href="/desk/customers/${left.reference}">Leave them as they are</a></p>`;
}
