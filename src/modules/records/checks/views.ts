import { csrfField } from "../../../platform/html/csrf.ts";
import { button, input, select, tag } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import type { Answer } from "./standard.ts";

export const checkRefusals = {
	"no-field": "Select what you check",
	unreadable: "Enter what the customer says in full, such as 27 3 1980 or QQ 12 34 56 C",
	"too-many": "You have checked five times. Ask the customer for something else that shows who they are",
} as const;

export type CheckProps = {
	reference: string;
	fields: readonly { id: string; name: string }[];
	answers: readonly { name: string; answer: Answer }[];
	/** How often more it may be tried. */
	left: number;
	csrf: string;
	wrong: { code: keyof typeof checkRefusals; field: string; said: string } | undefined;
};

const answerWords: Record<Answer, Html> = {
	yes: html`${tag({ text: "Yes", classes: "govuk-tag--green" })} it agrees with what we hold`,
	no: html`${tag({ text: "No", classes: "govuk-tag--red" })} it does not agree`,
	"cannot-say": html`${tag({ text: "Cannot say", classes: "govuk-tag--grey" })} we hold none, or our records differ`,
};

export function checkView({ reference, fields, answers, left, csrf, wrong }: CheckProps): Html {
	const error = wrong && wrong.code !== "too-many" ? { errorMessage: { text: checkRefusals[wrong.code] } } : {};
	return html`<section id="check" class="fd-check" aria-labelledby="check-heading">
<h2 class="govuk-heading-m" id="check-heading">Check what they say</h2>
<p class="govuk-body">Ask the customer, and type their answer. You are told whether it agrees; what we hold is not shown.</p>
${
	answers.length === 0
		? nothing
		: html`<ul class="govuk-list govuk-list--spaced">${answers.map(({ name, answer }) => html`<li>${name}: ${answerWords[answer]}</li>`)}</ul>`
}
${
	left === 0
		? html`<p class="govuk-body">${checkRefusals["too-many"]}.</p>`
		: html`<form method="post" action="/desk/customers/${reference}/checks" autocomplete="off" novalidate>
	${csrfField(csrf)}
	${fieldChoice(fields, wrong?.field)}
	${input({
		id: "check-said",
		name: "said",
		label: { text: fields.length === 1 ? `${fields[0]?.name}, as they say it` : "What they say" },
		value: wrong?.said ?? "",
		autocomplete: "off",
		spellcheck: false,
		classes: "govuk-input--width-20",
		...error,
	})}
	${button({ text: "Check", classes: "govuk-button--secondary", preventDoubleClick: true })}
	<p class="govuk-hint">${left === 1 ? "1 try is left" : `${left} tries are left`} for now.</p>
</form>`
}
</section>`;
}

function fieldChoice(fields: CheckProps["fields"], chosen: string | undefined): Html {
	const [only, ...more] = fields;
	if (only && more.length === 0) return html`<input type="hidden" name="field" value="${only.id}">`;
	return select({
		id: "check-field",
		name: "field",
		label: { text: "What you check" },
		value: chosen ?? "",
		items: fields.map(({ id, name }) => ({ value: id, text: name })),
	});
}
