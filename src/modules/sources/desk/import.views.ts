import { csrfField } from "../../../platform/html/csrf.ts";
import {
	button,
	checkboxes,
	details,
	errorSummary,
	insetText,
	pagination,
	select,
	summaryList,
	warningText,
} from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import { dateTimeInWords } from "../../../platform/time/index.ts";
import type { BeginRefusal } from "../imports/begin.ts";
import type { Import, ImportFault } from "../imports/import.ts";
import type { Preview } from "../imports/preview.ts";
import { counted, countOf, stateTag } from "./words.ts";

export const beginRefusals: Record<BeginRefusal, string> = {
	"another-runs": "Another file of this source is being taken in. Begin this one when it is done",
	"many-gone": "Say that the records which are not in the file are gone",
	over: "This import is over",
};

export type ImportProps = {
	preview: Preview;
	faults: readonly ImportFault[];
	/** The address of the faults after these. */
	moreFaults: string | undefined;
	before: Import | undefined;
	csrf: string;
	error?: { text: string; href: string } | undefined;
};

/** An import as it stands: to confirm, on its way, stopped or over. */
export function importPage(props: ImportProps): Html {
	const { import: one, source } = props.preview;
	return html`${props.error === undefined ? nothing : errorSummary({ titleText: "There is a problem", errorList: [props.error] })}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${source.name}</span>${one.fileName}</h1>
<p class="govuk-body">${stateTag(one.state)} ${counted(one.lines, "record")}, brought by ${one.by}, ${dateTimeInWords(one.stagedAt)}.${one.whole ? " It holds every record of the source." : ""}</p>
${bodies[one.state](props)}
${faultList(props)}`;
}

const bodies: Record<Import["state"], (props: ImportProps) => Html> = {
	staged: stagedBody,
	running: runningBody,
	stopped: stoppedBody,
	done: doneBody,
	withdrawn: () => html`<p class="govuk-body">It was set aside. None of its lines are kept.</p>`,
};

function stagedBody(props: ImportProps): Html {
	const { preview, before, csrf } = props;
	const { import: one, gone } = preview;
	return html`${
		before === undefined
			? nothing
			: insetText({
					text: `This very file ${before.state === "done" ? "was taken in" : "is being taken in"}, ${dateTimeInWords(before.endedAt ?? before.stagedAt)}. To take it in again changes nothing, unless another came since.`,
				})
	}
<h2 class="govuk-heading-m">The first records, as they are read</h2>
${firstRecords(preview)}
${columnForm(preview, csrf)}
<form method="post" action="${addressOf(one)}/beginning" novalidate>
	${csrfField(csrf)}
	${one.whole && gone.gone > 0 ? html`${warningText({ text: `${countOf(gone.gone)} of the ${counted(gone.of, "record")} that the source has are not in this file.` })}${checkboxes({ name: "sure", items: [{ value: "yes", text: gone.gone === 1 ? "It is gone from the source" : "They are gone from the source" }] })}` : nothing}
	<div class="govuk-button-group">
		${button({ text: `Take ${counted(one.lines - one.faulty, "record")} in`, preventDoubleClick: true })}
		${button({ text: "Set the file aside", classes: "govuk-button--secondary", attributes: { formaction: `${addressOf(one)}/withdrawal` } })}
	</div>
</form>`;
}

/** Turned on its side: a source has more fields than a screen has room for columns. */
function firstRecords({ first, fields }: Preview): Html {
	if (first.length === 0) return html`<p class="govuk-body">No line can be taken in as the file is read now.</p>`;
	return stackedTable({
		heads: ["Field", "Column in the file", ...first.map(({ line }) => `Line ${line}`)],
		rows: fields
			.filter(({ heading }) => heading !== undefined)
			.map(({ id, name, heading }) => [
				{ text: name },
				{ text: heading ?? "" },
				...first.map(({ said, faults }) =>
					faults[id] === undefined
						? { text: said[id] ?? "–" }
						: { html: html`<span class="fd-wrong">Cannot be right</span>` },
				),
			]),
	});
}

function columnForm({ import: one, fields, unused }: Preview, csrf: string): Html {
	const headings = one.columns.headings.filter(Boolean);
	const missing = fields.filter(({ heading, needed }) => heading === undefined && needed);
	return details({
		open: missing.length > 0,
		summaryText: "Which column is what",
		html: html`${missing.length === 0 ? nothing : html`<p class="govuk-body">No column was found for ${missing.map(({ name }) => name.toLowerCase()).join(", ")}.</p>`}
${unused.length === 0 ? nothing : html`<p class="govuk-body">Not read: ${unused.join(", ")}.</p>`}
<form class="fd-columns" method="post" action="${addressOf(one)}/columns">
	${csrfField(csrf)}
	${fields.map(({ id, name, heading }) =>
		select({
			name: `column-${id}`,
			label: { text: name },
			value: heading ?? "",
			items: [{ text: "No column", value: "" }, ...headings.map((text) => ({ text, value: text }))],
		}),
	)}
	${button({ text: "Read it again", classes: "govuk-button--secondary" })}
</form>`,
	});
}

function runningBody({ preview: { import: one }, csrf }: ImportProps): Html {
	const of = Math.max(1, one.lines - one.faulty);
	const percent = Math.floor((100 * one.done) / of);
	return html`<div class="fd-progress" role="status">
	<label for="progress" class="govuk-label">${countOf(one.done)} of ${counted(of, "record")} taken in, ${percent} %</label>
	<progress id="progress" max="${of}" value="${one.done}">${percent} %</progress>
	<p class="govuk-hint">This page looks again every three seconds. You may leave it: the work goes on.</p>
</div>
<form method="post" action="${addressOf(one)}/stop">
	${csrfField(csrf)}
	${button({ text: "Stop", classes: "govuk-button--secondary" })}
</form>`;
}

function stoppedBody({ preview: { import: one }, csrf }: ImportProps): Html {
	return html`<p class="govuk-body">It was stopped after ${counted(one.done, "record")}. What was taken in stays.</p>
<form method="post" action="${addressOf(one)}/beginning">
	${csrfField(csrf)}
	<div class="govuk-button-group">
		${button({ text: "Go on", preventDoubleClick: true })}
		${button({ text: "Set the rest aside", classes: "govuk-button--secondary", attributes: { formaction: `${addressOf(one)}/withdrawal` } })}
	</div>
</form>`;
}

function doneBody({ preview: { import: one } }: ImportProps): Html {
	const rows: [string, number][] = [
		["New", one.added],
		["Changed", one.changed],
		["As it was", one.unchanged],
		["Gone", one.gone],
		["Left out", one.faulty],
	];
	return summaryList({
		rows: [
			...rows.map(([text, count]) => ({ key: { text }, value: { text: countOf(count) } })),
			{ key: { text: "Done" }, value: { text: one.endedAt === null ? "" : dateTimeInWords(one.endedAt) } },
		],
	});
}

function faultList({ faults, moreFaults, preview: { import: one } }: ImportProps): Html {
	if (one.state === "withdrawn") return html``;
	if (faults.length === 0)
		return html`<h2 class="govuk-heading-m">What is wrong</h2><p class="govuk-body">Nothing.</p>`;
	return html`<h2 class="govuk-heading-m" id="faults">What is wrong</h2>
<p class="govuk-body">${one.faulty === 0 ? "No line is left out." : `${counted(one.faulty, "line")} left out. Mend ${one.faulty === 1 ? "it" : "them"} and send ${one.faulty === 1 ? "it" : "them"} again.`}</p>
<ul class="govuk-list">
	<li><a class="govuk-link" href="${addressOf(one)}/faults.csv" download>All that is wrong (CSV)</a></li>
	${one.faulty === 0 || one.columns.headings.length === 0 ? nothing : html`<li><a class="govuk-link" href="${addressOf(one)}/left-out.csv" download>The lines that were left out (CSV)</a></li>`}
</ul>
${stackedTable({
	heads: ["Line", "What is wrong", "What became of it"],
	rows: faults.map(({ line, sentence, leftOut }) => [
		{ text: line === 0 ? "The file" : String(line) },
		{ text: sentence },
		{ text: leftOut ? "The line is left out" : line === 0 ? "" : "Taken in without this" },
	]),
})}
${moreFaults === undefined ? nothing : pagination({ next: { href: moreFaults, text: "Later lines" } })}`;
}

export function addressOf({ source, id }: Import): string {
	return `/desk/sources/${source}/imports/${id}`;
}
