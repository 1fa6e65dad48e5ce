import { csrfField } from "../../../platform/html/csrf.ts";
import { button, errorSummary, input, insetText, radios, textarea } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { mostWritten } from "../rules/written.ts";
import type { Asked } from "./ask.ts";

export type AskOpinionProps = {
	reference: string;
	revision: number;
	summary: string;
	csrf: string;
	opinions: { id: string; name: string; hint: string }[];
	typed: Asked;
	refused?: { says: string; field: string | undefined; since: readonly string[] } | undefined;
};

export function askOpinionView(props: AskOpinionProps): Html {
	const { reference, refused, opinions, typed } = props;
	const back = html`<p class="govuk-body"><a class="govuk-link" href="/desk/requests/${reference}">Back to the request without asking</a></p>`;
	return html`${refused === undefined ? nothing : refusedView(refused)}
<span class="govuk-caption-l">${reference} · ${props.summary}</span>
<h1 class="govuk-heading-l">Ask for an opinion</h1>
${
	opinions.length === 0
		? html`<p class="govuk-body">This service asks nobody outside the council for an opinion.</p>`
		: html`<p class="govuk-body">They get an email with a link of their own. They need not sign in, and see nothing of the request but what is said below.</p>
<form method="post" action="/desk/requests/${reference}/opinions" novalidate>
${csrfField(props.csrf)}
<input type="hidden" name="revision" value="${props.revision}">
${radios({
	name: "opinion",
	fieldset: { legend: { text: "Whom do you ask?", classes: "govuk-fieldset__legend--s" } },
	value: typed.opinion,
	items: opinions.map(({ id, name, hint }) => ({ value: id, text: name, hint: { text: hint } })),
	...errorAt(props, "opinion"),
})}
${input({ name: "name", label: { text: "Their name", classes: "govuk-label--s" }, value: typed.name, spellcheck: false, autocomplete: "off", ...errorAt(props, "name") })}
${input({ name: "email", type: "email", label: { text: "Their email address", classes: "govuk-label--s" }, value: typed.email, spellcheck: false, autocomplete: "off", ...errorAt(props, "email") })}
${textarea({ name: "words", label: { text: "Anything to add for them (optional)", classes: "govuk-label--s" }, hint: { text: "They read this in the email and on the page. Write nothing that they should not know." }, value: typed.words, rows: 3, attributes: { maxlength: String(mostWritten) }, ...errorAt(props, "words") })}
${button({ text: "Send them the link", preventDoubleClick: true })}
</form>`
}
${back}`;
}

function errorAt({ refused }: AskOpinionProps, name: string) {
	return refused?.field === name ? { errorMessage: { text: refused.says } } : {};
}

function refusedView({ says, field, since }: NonNullable<AskOpinionProps["refused"]>): Html {
	const summary = errorSummary({
		titleText: "There is a problem",
		errorList: [{ text: says, ...(field === undefined ? {} : { href: `#${field}` }) }],
	});
	if (since.length === 0) return summary;
	return html`${summary}${insetText({ html: html`<p class="govuk-body"><strong>What happened meanwhile</strong></p><ul class="govuk-list govuk-list--bullet">${since.map((line) => html`<li>${line}</li>`)}</ul>` })}`;
}
