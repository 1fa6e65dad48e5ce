import { type Html, html, trusted } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import { dateTimeInWords } from "../../../platform/time/index.ts";
import { chartOf } from "../../matching/index.ts";
import type { IndexCard } from "./lesson.ts";

/** Figures of records as a whole: nobody is named, and nobody can be told from them. */
export function lessonView({ card, learntAt, records }: IndexCard): Html {
	const { ask, link } = card.thresholds;
	return html`<h1 class="govuk-heading-l">What each agreement says</h1>
<p class="govuk-body">${
		learntAt === null
			? "There are too few records to learn from. Until there are more, records are judged by what invented residents taught."
			: `Learnt from ${records.toLocaleString("en-GB")} records on ${dateTimeInWords(learntAt)}, with no labels: by how often records agree that are of one person, and how often those of strangers do.`
	}</p>
<p class="govuk-body">Two records are linked without asking when together it makes ${percent(link)} or more, and a person is asked from ${percent(ask)}.</p>
<h2 class="govuk-heading-m">In bits</h2>
<p class="govuk-body">Each bit doubles the odds: 10 bits make them a thousand times better, 10 below nothing a thousand times worse.</p>
<div class="fd-scroll fd-weights" role="region" aria-label="Weights as a picture" tabindex="0">${trusted(chartOf(card))}</div>
<h2 class="govuk-heading-m">In figures</h2>
${card.comparisons.map(comparisonView)}`;
}

function comparisonView({ says, levels }: IndexCard["card"]["comparisons"][number]): Html {
	return stackedTable({
		caption: says,
		captionClasses: "govuk-table__caption--s",
		heads: ["How they agree", "Of one person", "Of one household", "Of strangers", "Bits"],
		rows: levels.map(({ says: level, m, household, u, weight }) => [
			{ text: level },
			{ text: percent(m) },
			{ text: percent(household) },
			{ text: percent(u) },
			{ text: signed(weight) },
		]),
	});
}

function signed(bits: number): string {
	const rounded = bits.toFixed(1);
	return Number(rounded) === 0 ? "0.0" : rounded.replace("-", "\u2212");
}

/** As fine as it must be to be told from none: 73 %, 0.88 %, 1 in 40,000. */
function percent(share: number): string {
	if (share >= 0.1) return `${Number((share * 100).toFixed(1))}%`;
	if (share >= 0.001) return `${Number((share * 100).toPrecision(2))}%`;
	return `1 in ${Number((1 / share).toPrecision(2)).toLocaleString("en-GB")}`;
}
