import { csrfField } from "../../../platform/html/csrf.ts";
import {
	button,
	checkboxes,
	errorSummary,
	radios,
	select,
	summaryList,
	tag,
	textarea,
} from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { subNavigation } from "../../../platform/html/moj/index.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import { dateTimeInWords, shortDate, timeInWords } from "../../../platform/time/index.ts";
import type { Drawn, Filter, Verdict } from "./queries.ts";
import { flagTitles, flagWords } from "./rules.ts";

const verdictWords: Readonly<Record<Verdict, string>> = {
	"in-order": "In order",
	asked: "The officer was asked",
	"not-in-order": "Not in order",
};

export type SampleProps = {
	tabs: readonly { text: string; href: string; active: boolean }[];
	filter: Filter;
	purposes: readonly { id: string; name: string }[];
	rows: readonly (Drawn & { teamName: string })[];
	days: readonly { day: string; lookUps: number; drawn: number }[];
	next: string | undefined;
};

/** The look-ups that were drawn, for the data-protection officer. */
export function sampleView({ tabs, filter, purposes, rows, days, next }: SampleProps): Html {
	return html`<h1 class="govuk-heading-l">Who looked, and why</h1>
<p class="govuk-body">Each night one look-up in twenty is drawn, and three at least; those with no work in hand more often. All that stand out are here too.</p>
${subNavigation({ label: "Look-ups", items: tabs })}
<form method="get" action="/desk/look-ups" class="govuk-!-margin-bottom-4">
	<input type="hidden" name="view" value="${filter.view}">
	${select({ name: "purpose", label: { text: "Reason" }, value: filter.purpose, items: [{ value: "", text: "Any reason" }, ...purposes.map(({ id, name }) => ({ value: id, text: name }))] })}
	${checkboxes({ name: "stands-out", classes: "govuk-checkboxes--small", items: [{ value: "yes", text: "Only those that stand out", checked: filter.standsOut }] })}
	${button({ text: "Show", classes: "govuk-button--secondary" })}
</form>
${rows.length === 0 ? html`<p class="govuk-body">There is none.</p>` : list(rows)}
${next === undefined ? nothing : html`<p class="govuk-body"><a class="govuk-link" href="${next}">Earlier ones</a></p>`}
${days.length === 0 ? nothing : html`<h2 class="govuk-heading-s">What was drawn</h2><ul class="govuk-list">${days.map((one) => html`<li>${shortDate(one.day)}: ${one.drawn} of ${one.lookUps}</li>`)}</ul>`}`;
}

function list(rows: SampleProps["rows"]): Html {
	return stackedTable({
		heads: ["When", "Officer", "Record", "Reason", "Stands out", "Verdict"],
		rows: rows.map((row) => [
			{
				html: html`<a class="govuk-link" href="/desk/look-ups/${row.id}">${shortDate(row.at)}, ${timeInWords(row.at)}</a>`,
			},
			{ html: html`${row.officer}<br>${row.teamName}` },
			{ text: row.reference },
			{ html: html`${row.purpose}${row.work === null ? nothing : html`<br>${row.work}`}` },
			{
				html: html`${row.flags.map((flag) => html`${tag({ text: flagTitles[flag], classes: "govuk-tag--orange" })} `)}`,
			},
			{ text: row.verdict === null ? "Not yet" : verdictWords[row.verdict] },
		]),
	});
}

const verdictProblems = {
	"no-verdict": { box: "verdict", text: "Select whether it was in order" },
	"no-remark": { box: "remark", text: "Write what you asked, or what was not in order" },
	long: { box: "remark", text: "Write your remark in 1,000 characters or fewer" },
	judged: { box: "verdict", text: "Somebody has judged this meanwhile" },
	own: { box: "verdict", text: "Somebody else judges your own look-ups" },
} as const;

export type DrawnProps = {
	row: Drawn & { teamName: string };
	opened: readonly string[];
	around: { customers: number; tries: number; yes: number };
	isOwn: boolean;
	said: { verdict: string; remark: string };
	problem: keyof typeof verdictProblems | undefined;
	csrf: string;
};

/** One of them, with what stands around it. */
export function drawnView(props: DrawnProps): Html {
	const { row, opened, around, isOwn, problem } = props;
	const wrong = problem && verdictProblems[problem];
	const judged = row.verdict === "in-order" || row.verdict === "not-in-order";
	return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${wrong && errorSummary({ titleText: "There is a problem", errorList: [{ text: wrong.text, href: `#${wrong.box}` }] })}
<span class="govuk-caption-l">${row.reference}</span>
<h1 class="govuk-heading-l">${row.officer} looked at a record</h1>
${row.flags.length === 0 ? nothing : html`<ul class="govuk-list">${row.flags.map((flag) => html`<li>${tag({ text: "Stands out", classes: "govuk-tag--orange" })} ${flagWords[flag]}</li>`)}</ul>`}
${summaryList({
	rows: [
		{ key: { text: "When" }, value: { text: dateTimeInWords(row.at) } },
		{ key: { text: "Team" }, value: { text: row.teamName } },
		{ key: { text: "Reason" }, value: { text: row.purpose } },
		row.why !== "" && { key: { text: "In their words" }, value: { text: row.why } },
		{
			key: { text: "Work in hand" },
			value: {
				html:
					row.work === null
						? html`None`
						: html`<a class="govuk-link" href="/desk/requests/${row.work}">${row.work}</a>`,
			},
		},
		{ key: { text: "What was open" }, value: { html: html`${opened.map((one) => html`${one}<br>`)}` } },
		{
			key: { text: "Checked with the customer" },
			value: { text: around.tries === 0 ? "Nothing" : `${around.tries} times, ${around.yes} of them agreed` },
		},
		{ key: { text: "Customers that day" }, value: { text: around.customers } },
		row.verdict !== null && {
			key: { text: "Verdict" },
			value: {
				text: `${verdictWords[row.verdict]}, ${row.reviewedBy ?? ""}${row.reviewedAt === null ? "" : ` on ${shortDate(row.reviewedAt)}`}${row.remark ? `: ${row.remark}` : ""}`,
			},
		},
	],
})}
${judged ? nothing : isOwn ? html`<p class="govuk-body">This is your own. Somebody else judges it.</p>` : verdictForm(props)}
</div></div>`;
}

function verdictForm({ row, said, problem, csrf }: DrawnProps): Html {
	const wrong = problem && verdictProblems[problem];
	const at = (box: string) => (wrong?.box === box ? { errorMessage: { text: wrong.text } } : {});
	const choices =
		row.verdict === "asked"
			? (["in-order", "not-in-order"] as const)
			: (["in-order", "asked", "not-in-order"] as const);
	return html`<form method="post" action="/desk/look-ups/${row.id}/verdict" novalidate>
	${csrfField(csrf)}
	${radios({
		name: "verdict",
		fieldset: { legend: { text: "Was it in order?", classes: "govuk-fieldset__legend--m" } },
		value: said.verdict,
		...at("verdict"),
		items: choices.map((value) => ({ value, text: verdictWords[value] })),
	})}
	${textarea({ name: "remark", rows: 3, label: { text: "Remark" }, hint: { text: "What you asked, what was answered, or what was not in order" }, value: said.remark, ...at("remark") })}
	${button({ text: "Keep the verdict", preventDoubleClick: true })}
</form>`;
}
