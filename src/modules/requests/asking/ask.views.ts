import { csrfField } from "../../../platform/html/csrf.ts";
import { button, errorSummary, input, insetText, radios, textarea } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { mostWritten } from "../rules/written.ts";
import { own, type Question } from "./ask.ts";

export type AskProps = {
	reference: string;
	revision: number;
	summary: string;
	csrf: string;
	sets: { id: string; name: string; hint: string }[];
	typed: Question;
	/** How it reaches the customer, or that it cannot. */
	reaches: string;
	refused?: { says: string; field: string | undefined; since: readonly string[] } | undefined;
};

export function askView(props: AskProps): Html {
	const { reference, refused, sets } = props;
	return html`${refused === undefined ? nothing : refusedView(refused)}
<span class="govuk-caption-l">${reference} · ${props.summary}</span>
<h1 class="govuk-heading-l">Ask the customer</h1>
<p class="govuk-body">${props.reaches}</p>
<form method="post" action="/desk/requests/${reference}/questions" novalidate>
${csrfField(props.csrf)}
<input type="hidden" name="revision" value="${props.revision}">
${
	sets.length === 0
		? html`<input type="hidden" name="set" value="${own}">${ownFields(props)}`
		: radios({
				name: "set",
				fieldset: { legend: { text: "What do you need to know?", classes: "govuk-fieldset__legend--s" } },
				value: props.typed.set,
				items: [
					...sets.map(({ id, name, hint }) => ({ value: id, text: name, hint: { text: hint } })),
					{ divider: "or" },
					{
						value: own,
						text: "Something else",
						hint: { text: "They read your question and have the days that you give." },
					},
				],
				...errorAt(props, "set"),
			})
}
${sets.length === 0 ? nothing : ownFields(props)}
${button({ text: "Ask the customer", preventDoubleClick: true })}
</form>
<p class="govuk-body"><a class="govuk-link" href="/desk/requests/${reference}">Back to the request without asking</a></p>`;
}

function ownFields(props: AskProps): Html {
	const ownHint = "One question, as you would say it. They can answer in words and add photos.";
	return html`${textarea({
		name: "question",
		label: { text: props.sets.length === 0 ? "Your question" : "In your words", classes: "govuk-label--s" },
		hint: {
			text:
				props.sets.length === 0
					? ownHint
					: "What to add to it, such as what is missing. For something else, your question: they can answer in words and add photos.",
		},
		value: props.typed.question,
		rows: 3,
		attributes: { maxlength: String(mostWritten) },
		...errorAt(props, "question"),
	})}${input({
		name: "days",
		label: {
			text: props.sets.length === 0 ? "Days to answer" : "Days to answer, for something else",
			classes: "govuk-label--s",
		},
		value: props.typed.days,
		inputmode: "numeric",
		classes: "govuk-input--width-2",
		...errorAt(props, "days"),
	})}`;
}

function errorAt({ refused }: AskProps, name: string) {
	return refused?.field === name ? { errorMessage: { text: refused.says } } : {};
}

function refusedView({ says, field, since }: NonNullable<AskProps["refused"]>): Html {
	const summary = errorSummary({
		titleText: "There is a problem",
		errorList: [{ text: says, ...(field === undefined ? {} : { href: `#${field}` }) }],
	});
	if (since.length === 0) return summary;
	return html`${summary}${insetText({ html: html`<p class="govuk-body"><strong>What happened meanwhile</strong></p><ul class="govuk-list govuk-list--bullet">${since.map((line) => html`<li>${line}</li>`)}</ul>` })}`;
}

export type WithdrawProps = {
	reference: string;
	action: string;
	csrf: string;
	heading: string;
	/** What follows, in paragraphs. */
	says: readonly string[];
	button: string;
};

/** A page that asks whether something is to be withdrawn. */
export function withdrawView({ reference, action, csrf, heading, says, button: text }: WithdrawProps): Html {
	return html`<span class="govuk-caption-l">${reference}</span>
<h1 class="govuk-heading-l">${heading}</h1>
${says.map((one) => html`<p class="govuk-body">${one}</p>`)}
<form method="post" action="${action}" novalidate>
${csrfField(csrf)}
${button({ text, classes: "govuk-button--warning", preventDoubleClick: true })}
</form>
<p class="govuk-body"><a class="govuk-link" href="/desk/requests/${reference}">Back to the request</a></p>`;
}
