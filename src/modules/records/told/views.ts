import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import { dateInWords } from "../../../platform/time/index.ts";
import type { Told } from "./told.ts";

/** Who looked at the customer's record, for their account. `earlier` is the address of the next page. */
export function toldView({ lines, earlier }: { lines: readonly Told[]; earlier: string | undefined }): Html {
	return html`<section id="who-looked" aria-labelledby="who-looked-heading">
<h2 class="govuk-heading-m" id="who-looked-heading">Who looked at your record</h2>
<p class="govuk-body">Officers must give a reason before they open your record. Each time is listed here: the day, the team, the reason, and what they could see. If you do not know why somebody looked, ask us.</p>
${
	lines.length === 0
		? html`<p class="govuk-body">Nobody has looked.</p>`
		: stackedTable({
				heads: ["Day", "Team", "Reason", "What they could see"],
				rows: lines.map(({ at, team, purpose, opened }) => [
					{ text: dateInWords(at) },
					{ text: team },
					{ text: purpose },
					{
						html: html`<ul class="govuk-list govuk-!-margin-bottom-0">${opened.map((one) => html`<li>${one}</li>`)}</ul>`,
					},
				]),
			})
}
${earlier === undefined ? nothing : html`<p class="govuk-body"><a class="govuk-link" href="${earlier}">Earlier looks</a></p>`}
<p class="govuk-body">A few are left out by law: where telling you could help a crime, or put somebody in danger.</p>
</section>`;
}
