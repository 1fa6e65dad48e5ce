import { button, summaryList, tag } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import { ago, dateTimeInWords, shortDate } from "../../../platform/time/index.ts";
import type { Import } from "../imports/import.ts";
import type { Field, FieldKind } from "../pack/field.ts";
import type { Source } from "../pack/source.ts";
import type { Standing } from "../queries/overview.ts";
import { countOf, stateTag } from "./words.ts";

export type SourceLine = { source: Source; team: string; standing: Standing; stale: boolean };

export function sourcesPage({ lines, now }: { lines: readonly SourceLine[]; now: Date }): Html {
	return html`<h1 class="govuk-heading-l">Sources</h1>
<p class="govuk-body">The systems that hold records of customers. What each says is kept as it says it; what is wrong is told to the team that keeps it.</p>
${
	lines.length === 0
		? html`<p class="govuk-body fd-empty">The pack declares no sources.</p>`
		: stackedTable({
				attributes: { "data-rows": "" },
				heads: ["Source", "Kept by", "Records", "Last came in", "Cannot be right", "Told, not answered"],
				rows: lines.map(({ source, team, standing, stale }) => [
					{ html: html`<a class="govuk-link" href="/desk/sources/${source.id}">${source.name}</a>` },
					{ text: team },
					{ text: countOf(standing.records) },
					{ html: whenCame(standing, stale, now) },
					{ text: countOf(standing.faulty) },
					{ text: countOf(standing.open) },
				]),
			})
}`;
}

function whenCame({ lastAt, underWay }: Standing, stale: boolean, now: Date): Html {
	const came =
		lastAt === null ? html`Never` : html`<span title="${dateTimeInWords(lastAt)}">${ago(lastAt, now)}</span>`;
	const state = underWay
		? tag({ text: "Import waits", classes: "govuk-tag--blue" })
		: lastAt !== null && stale
			? tag({ text: "Stale", classes: "govuk-tag--yellow" })
			: nothing;
	return html`${came} ${state}`;
}

const standingWords: Record<Source["standing"], string> = {
	verified: "Checked against evidence",
	statutory: "Kept by law",
	declared: "What customers declared",
	typed: "What somebody typed",
	imported: "Brought in from elsewhere",
};

const kindWords: Record<FieldKind, string> = {
	name: "Name",
	given: "First names",
	surname: "Surname",
	date: "Date",
	born: "Date of birth",
	email: "Email address",
	phone: "Telephone number",
	nino: "National Insurance number",
	uprn: "UPRN",
	address: "Address",
	postcode: "Postcode",
	text: "Words",
	money: "Money",
	"yes-no": "Yes or no",
	"day-from": "First day it holds",
	"day-until": "Day it ends",
};

export function sourcePage(props: {
	line: SourceLine;
	files: readonly Import[];
	deliveries: readonly Import[];
	quality: Html;
	now: Date;
}): Html {
	const { source, team, standing, stale } = props.line;
	return html`<h1 class="govuk-heading-l">${source.name}</h1>
<p class="govuk-body-l">${source.says}</p>
${summaryList({
	rows: [
		{ key: { text: "Records" }, value: { text: countOf(standing.records) } },
		{ key: { text: "Last came in" }, value: { html: whenCame(standing, stale, props.now) } },
		{ key: { text: "Stale after" }, value: { text: source.fresh === 1 ? "1 day" : `${source.fresh} days` } },
		{ key: { text: "Kept by" }, value: { text: team } },
		{ key: { text: "Held under" }, value: { text: source.basis } },
		{ key: { text: "Standing" }, value: { text: standingWords[source.standing] } },
		source.flag && { key: { text: "Shown" }, value: { text: "Only that there is a record" } },
	],
})}
<div class="govuk-button-group">
	${button({ text: "Bring a file in", href: `/desk/sources/${source.id}/imports` })}
	<a class="govuk-link" href="/desk/sources/${source.id}/senders">Systems that may send</a>
</div>
<h2 class="govuk-heading-m">Files that came in</h2>
${importList(source, props.files)}
${props.deliveries.length === 0 ? nothing : html`<h2 class="govuk-heading-m">What other systems sent</h2>${importList(source, props.deliveries)}`}
${props.quality}
<h2 class="govuk-heading-m">Fields</h2>
${stackedTable({
	heads: ["Field", "Kind", "Headings in its files", "Shown to officers"],
	rows: source.fields.map((field) => [
		{
			html: html`${field.name}${field.id === source.key ? html` ${tag({ text: "Key", classes: "govuk-tag--grey" })}` : nothing}`,
		},
		{ text: kindWords[field.kind] },
		{ text: [...field.columns, ...(field.columns.length === 0 ? [field.name] : [])].join(", ") },
		{ text: shownWords(field) },
	]),
})}`;
}

function shownWords({ shown, law }: Field): string {
	const words = shown === true ? "For a purpose that opens it" : shown === "verify" ? "As yes or no only" : "Never";
	return law === "dwp" ? `${words}; from the DWP, for its lawful purposes only` : words;
}

function importList(source: Source, imports: readonly Import[]): Html {
	if (imports.length === 0) return html`<p class="govuk-body fd-empty">None yet.</p>`;
	return stackedTable({
		heads: ["File", "State", "New", "Changed", "As it was", "Gone", "Left out", "When"],
		rows: imports.map((one) => [
			{
				html: html`<a class="govuk-link" href="/desk/sources/${source.id}/imports/${one.id}">${one.fileName}</a>`,
			},
			{ html: stateTag(one.state) },
			{ text: countOf(one.added) },
			{ text: countOf(one.changed) },
			{ text: countOf(one.unchanged) },
			{ text: countOf(one.gone) },
			{ text: countOf(one.faulty) },
			{ text: `${shortDate(one.endedAt ?? one.stagedAt)}, ${one.by}` },
		]),
	});
}
