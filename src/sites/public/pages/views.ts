import { html, type Html } from "../../../platform/html/html.ts";
import { dateInWords } from "../../../platform/time/index.ts";
import type { ContentPage } from "../../../modules/knowledge/index.ts";

export function pageMain({ title, summary, main, reviewed }: ContentPage): Html {
	return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds fd-page">
	<h1 class="govuk-heading-xl">${title}</h1>
	<p class="govuk-body-l">${summary}</p>
	${main}
	<p class="govuk-body-s fd-reviewed">Reviewed on ${dateInWords(reviewed)}</p>
</div></div>`;
}
