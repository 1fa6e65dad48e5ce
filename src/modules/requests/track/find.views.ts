import { csrfField } from "../../../platform/html/csrf.ts";
import { button, details, errorSummary, input } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";

export type FindProblems = { reference?: string; contact?: string; both?: string };
export type FindProps = {
	csrf: string;
	reference: string;
	contact: string;
	/** One of the council's, for the hint. */
	example: string;
	problems: FindProblems;
};

export function findView({ csrf, reference, contact, example, problems }: FindProps): Html {
	const at = (field: "reference" | "contact") =>
		problems[field] === undefined ? {} : { errorMessage: { text: problems[field] } };
	return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${summaryOf(problems)}
<h1 class="govuk-heading-xl">Track a request</h1>
<p class="govuk-body">See how a report or request is going, tell us more, or say that it is not put right.</p>
<form method="post" action="/track" novalidate>
${csrfField(csrf)}
${input({ name: "reference", label: { text: "Reference", classes: "govuk-label--s" }, hint: { text: `It is in the message we sent you, for example ${example}` }, value: reference, classes: "govuk-input--width-10", autocomplete: "off", spellcheck: false, autocapitalize: "characters", ...at("reference") })}
${input({ name: "contact", label: { text: "Email address or telephone number", classes: "govuk-label--s" }, hint: { text: "The one you gave us with it" }, value: contact, autocomplete: "email", spellcheck: false, autocapitalize: "none", ...at("contact") })}
${button({ text: "Continue" })}
</form>
${details({ summaryText: "I do not have the reference", html: html`<p class="govuk-body">Look for an email or a text message from us. It has the reference, and a link that opens your request.</p><p class="govuk-body">If you cannot find it, <a class="govuk-link" href="/contact">contact us</a> and we will look for it.</p>` })}
</div></div>`;
}

function summaryOf({ reference, contact, both }: FindProblems): Html {
	const list = [
		reference !== undefined && { text: reference, href: "#reference" },
		contact !== undefined && { text: contact, href: "#contact" },
		both !== undefined && { text: both, href: "#reference" },
	];
	return list.some(Boolean) ? errorSummary({ titleText: "There is a problem", errorList: list }) : nothing;
}
