import { summaryList } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import { ago } from "../../../platform/time/index.ts";
import type { Precision } from "./precision.ts";
import { bands, shareInWords } from "./rules/bands.ts";

/** Counts only: nobody is named. */
export function precisionView({ bands: counts, links, backlog, now }: Precision & { now: Date }): Html {
	return html`<h1 class="govuk-heading-l">How right the matches are</h1>
<h2 class="govuk-heading-m">What waits</h2>
${summaryList({
	classes: "govuk-summary-list--no-border",
	rows: [
		{ key: { text: "To judge" }, value: { text: String(backlog.waiting) } },
		{ key: { text: "For a second opinion" }, value: { text: String(backlog.second) } },
		{
			key: { text: "The oldest was found" },
			value: { text: backlog.oldest ? ago(backlog.oldest, now) : "Nothing waits" },
		},
		...(backlog.median ? [{ key: { text: "Half were found before" }, value: { text: ago(backlog.median, now) } }] : []),
	],
})}
<h2 class="govuk-heading-m">Do the probabilities come true?</h2>
<p class="govuk-body">Of pairs that officers judged, the share that is one customer should lie within its band. What was linked by itself should hardly ever be parted again.</p>
${stackedTable({
	caption: "Pairs by how probable the model held them to be",
	captionClasses: "govuk-visually-hidden",
	heads: [
		"Probability",
		"Judged one customer",
		"Judged two",
		"Share that is one",
		"Still open",
		"Linked by itself",
		"Of those, parted again",
	],
	rows: bands.map(({ says }, at) => {
		const { same, different, open, matched, matchedEnded } = counts[at] ?? {
			same: 0,
			different: 0,
			open: 0,
			matched: 0,
			matchedEnded: 0,
		};
		return [
			{ text: says },
			{ text: String(same) },
			{ text: String(different) },
			{ html: shareView(same, same + different) },
			{ text: String(open) },
			{ text: String(matched) },
			{ text: matched === 0 ? "0" : `${matchedEnded} (${shareInWords(matchedEnded, matched)})` },
		];
	}),
})}
<h2 class="govuk-heading-m">Links that were undone</h2>
<p class="govuk-body">A false link is worse than a missed one: each one ended put two people's affairs together for a while.</p>
${links.length === 0 ? html`<p class="govuk-body">No link has been made yet.</p>` : linksView(links)}`;
}

function linksView(links: Precision["links"]): Html {
	return stackedTable({
		caption: "Links by how they were made",
		captionClasses: "govuk-visually-hidden",
		heads: ["How", "Made", "Ended", "Share"],
		rows: links.map(({ how, made, ended }) => [
			{ text: howWords[how] },
			{ text: String(made) },
			{ text: String(ended) },
			{ html: shareView(ended, made) },
		]),
	});
}

/** The words, and a bar for the eye. */
function shareView(part: number, whole: number): Html {
	const wide = whole === 0 ? 0 : Math.round((100 * part) / whole);
	return html`${shareInWords(part, whole)} <svg class="fd-share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="fd-share__whole" width="100" height="10"/><rect class="fd-share__part" width="${wide}" height="10"/></svg>`;
}

const howWords: Readonly<Record<Precision["links"][number]["how"], string>> = {
	matched: "By itself",
	reviewed: "A pair that officers judged",
	merged: "Merged by an officer",
	begun: "Begun from another record",
};
