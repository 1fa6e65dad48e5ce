import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import { shortDate } from "../../../platform/time/index.ts";
import { counted, countOf } from "../desk/words.ts";
import type { Source } from "../pack/source.ts";
import { qualityChart } from "./chart.ts";
import { measures } from "./measures.ts";
import type { Correcting, Quality } from "./queries.ts";

const daysInTable = 10;

/** How good a source is: a picture over time with its table, what is wrong field by field, and how soon it is put right. */
export function qualityCard(props: { source: Source; counts: readonly Quality[]; correcting: Correcting }): Html {
	const { source, counts, correcting } = props;
	const [latest] = counts;
	return html`<h2 class="govuk-heading-m" id="quality">How good it is</h2>
${
	latest === undefined
		? html`<p class="govuk-body fd-empty">It is counted each night, and when records come in.</p>`
		: html`${counts.length > 1 ? html`<div class="fd-scroll" tabindex="0" role="region" aria-label="How good it is, as a picture">${qualityChart(counts)}</div>` : nothing}
${stackedTable({
	heads: ["Day", "Records", ...measures.map(({ name }) => name)],
	rows: counts
		.slice(0, daysInTable)
		.map((one) => [
			{ text: shortDate(one.day) },
			{ text: countOf(one.records) },
			...measures.map(({ of }) => ({ text: countOf(of(one)) })),
		]),
})}
${byField(source, latest)}`
}
<p class="govuk-body">${correctingWords(correcting)} <a class="govuk-link" href="/desk/corrections">Corrections</a></p>`;
}

function byField(source: Source, { missing, invalid }: Quality): Html {
	const fields = source.fields.filter(({ id }) => (missing[id] ?? 0) + (invalid[id] ?? 0) > 0);
	if (fields.length === 0)
		return html`<p class="govuk-body">Nothing is missing, and nothing in it cannot be right.</p>`;
	return stackedTable({
		caption: "Field by field",
		captionClasses: "govuk-table__caption--s",
		heads: ["Field", "Missing", "Cannot be right"],
		rows: fields.map(({ id, name }) => [
			{ text: name },
			{ text: countOf(missing[id] ?? 0) },
			{ text: countOf(invalid[id] ?? 0) },
		]),
	});
}

function correctingWords({ told, accepted, refused, open, days }: Correcting): string {
	if (told === 0) return "In the last 90 days it was told of nothing to correct.";
	const soon =
		days === null ? "" : ` Half of what was accepted took ${counted(Math.max(1, Math.ceil(days)), "day")} or less.`;
	return `In the last 90 days it was told of ${counted(told, "thing")} to correct: ${countOf(accepted)} accepted, ${countOf(refused)} refused, ${countOf(open)} not answered.${soon}`;
}
