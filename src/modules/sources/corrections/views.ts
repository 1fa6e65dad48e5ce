import { csrfField } from "../../../platform/html/csrf.ts";
import {
	button,
	errorSummary,
	insetText,
	input,
	select,
	summaryList,
	tag,
	textarea,
} from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import { ago, dateTimeInWords, shortDate } from "../../../platform/time/index.ts";
import type { Source } from "../pack/source.ts";
import type { AnswerRefusal, TellRefusal } from "./actions.ts";
import type { Correction, CorrectionState } from "./correction.ts";

const tellRefusals: Record<TellRefusal, { text: string; href: string }> = {
	gone: { text: "The source no longer has this record", href: "#field" },
	"no-field": { text: "Choose what is wrong", href: "#field" },
	"no-value": { text: "Enter what it ought to say", href: "#ought" },
	"not-right": { text: "What it ought to say cannot be right for this field", href: "#ought" },
	"no-reason": { text: "Say how you know, in 500 characters or less", href: "#why" },
	"says-so": { text: "The source says so already", href: "#ought" },
	"told-already": { text: "The source was told of this field, and has not answered yet", href: "#field" },
};

export const answerRefusals: Record<AnswerRefusal, string> = {
	"not-yours": "Another team keeps this source",
	answered: "It was answered or taken back meanwhile",
	"no-reason": "Say why it stays as it is, in 500 characters or less",
};

const states: Record<CorrectionState, { name: string; colour: string }> = {
	told: { name: "Not answered", colour: "yellow" },
	accepted: { name: "Accepted", colour: "green" },
	refused: { name: "Stays as it is", colour: "red" },
	withdrawn: { name: "Taken back", colour: "grey" },
};

/** A correction with the names of its source and field. */
export type Named = Correction & { sourceName: string; fieldName: string };

export function correctionsPage(props: { open: readonly Named[]; answered: readonly Named[]; now: Date }): Html {
	const { open, answered, now } = props;
	return html`<h1 class="govuk-heading-l">Corrections</h1>
<p class="govuk-body">What sources were told that they have wrong. The team that keeps a source puts it right there, or says why it stays.</p>
<h2 class="govuk-heading-m">Not answered</h2>
${
	open.length === 0
		? html`<p class="govuk-body fd-empty">Nothing waits for an answer.</p>`
		: stackedTable({
				attributes: { "data-rows": "" },
				heads: ["What", "Record", "Says", "Ought to say", "Told"],
				rows: open.map((one) => [
					{ html: nameLink(one) },
					{ text: one.key },
					{ text: saidWords(one.says) },
					{ text: one.ought },
					{ text: `${ago(one.toldAt, now)}, by ${one.toldByName}` },
				]),
			})
}
<h2 class="govuk-heading-m">Answered</h2>
${
	answered.length === 0
		? html`<p class="govuk-body fd-empty">None yet.</p>`
		: stackedTable({
				heads: ["What", "Record", "State", "Told", "Answered"],
				rows: answered.map((one) => [
					{ html: nameLink(one) },
					{ text: one.key },
					{ html: stateTag(one.state) },
					{ text: `${shortDate(one.toldAt)}, by ${one.toldByName}` },
					{ text: one.answeredAt === null ? "" : `${shortDate(one.answeredAt)}, by ${one.answeredByName ?? ""}` },
				]),
			})
}`;
}

function nameLink({ id, sourceName, fieldName }: Named): Html {
	return html`<a class="govuk-link" href="/desk/corrections/${id}">${sourceName}: ${fieldName.toLowerCase()}</a>`;
}

function stateTag(state: CorrectionState): Html {
	return tag({ text: states[state].name, classes: `govuk-tag--${states[state].colour}` });
}

export function correctionPage(props: {
	correction: Named;
	mayAnswer: boolean;
	mayWithdraw: boolean;
	csrf: string;
	error?: string | undefined;
	words: string;
}): Html {
	const { correction: one, error } = props;
	const at = `/desk/corrections/${one.id}`;
	return html`${error === undefined ? nothing : errorSummary({ titleText: "There is a problem", errorList: [{ text: error, href: "#words" }] })}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${one.sourceName}</span>${one.fieldName}</h1>
${summaryList({
	rows: [
		{ key: { text: "State" }, value: { html: stateTag(one.state) } },
		{ key: { text: "Record" }, value: { text: one.key } },
		{ key: { text: "Said when told" }, value: { text: saidWords(one.says) } },
		{ key: { text: "Ought to say" }, value: { text: one.ought } },
		{ key: { text: "How it is known" }, value: { text: one.why } },
		{ key: { text: "Told" }, value: { text: `${dateTimeInWords(one.toldAt)}, by ${one.toldByName}` } },
		one.answeredAt !== null && {
			key: { text: one.state === "withdrawn" ? "Taken back" : "Answered" },
			value: { text: `${dateTimeInWords(one.answeredAt)}, by ${one.answeredByName ?? ""}` },
		},
		one.answer !== null && one.answer !== "" && { key: { text: "Answer" }, value: { text: one.answer } },
		{ key: { text: "Says now" }, value: { text: saidWords(one.saysNow) } },
	],
})}
${one.state === "accepted" && one.saysNow !== null && one.saysNow !== one.ought ? insetText({ text: "The source has accepted this, and does not say so yet. It does when its next file comes in." }) : nothing}
${props.mayAnswer ? answerForm(at, props) : nothing}
${props.mayWithdraw ? html`<form method="post" action="${at}/withdrawal">${csrfField(props.csrf)}${button({ text: "Take it back", classes: "govuk-button--secondary" })}</form>` : nothing}`;
}

function answerForm(at: string, props: { csrf: string; error?: string | undefined; words: string }): Html {
	return html`<h2 class="govuk-heading-m">Answer</h2>
<form method="post" action="${at}/acceptance" novalidate>
	${csrfField(props.csrf)}
	${textarea({
		name: "words",
		rows: 3,
		value: props.words,
		label: { text: "What was done, or why it stays as it is", classes: "govuk-label--s" },
		...(props.error === undefined ? {} : { errorMessage: { text: props.error } }),
	})}
	<div class="govuk-button-group">
		${button({ text: "It is put right", preventDoubleClick: true })}
		${button({ text: "It stays as it is", classes: "govuk-button--secondary", attributes: { formaction: `${at}/refusal` } })}
	</div>
</form>`;
}

export function tellPage(props: {
	source: Source;
	recordId: string;
	typed: { field: string; ought: string; why: string };
	csrf: string;
	refused?: TellRefusal | undefined;
}): Html {
	const { source, typed } = props;
	const error = props.refused && tellRefusals[props.refused];
	const at = (href: string) => (error?.href === href ? { errorMessage: { text: error.text } } : {});
	return html`${error ? errorSummary({ titleText: "There is a problem", errorList: [error] }) : nothing}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${source.name}</span>Tell the source what it has wrong</h1>
<p class="govuk-body">The team that keeps it is asked to put it right. Nothing changes here until the source itself says so.</p>
<form method="post" action="/desk/corrections" novalidate>
	${csrfField(props.csrf)}
	<input type="hidden" name="record" value="${props.recordId}">
	${select({
		name: "field",
		label: { text: "What is wrong", classes: "govuk-label--s" },
		value: typed.field,
		items: [
			{ text: "Choose", value: "" },
			...source.fields.filter(({ shown }) => shown !== "never").map(({ id, name }) => ({ value: id, text: name })),
		],
		...at("#field"),
	})}
	${input({ name: "ought", label: { text: "What it ought to say", classes: "govuk-label--s" }, value: typed.ought, classes: "govuk-!-width-two-thirds", ...at("#ought") })}
	${textarea({ name: "why", rows: 3, label: { text: "How do you know?", classes: "govuk-label--s" }, hint: { text: "Such as: the customer showed a tenancy agreement today." }, value: typed.why, ...at("#why") })}
	${button({ text: "Tell the source", preventDoubleClick: true })}
</form>`;
}

function saidWords(says: string | null): string {
	return says === null ? "Known to its team" : says || "Nothing";
}
