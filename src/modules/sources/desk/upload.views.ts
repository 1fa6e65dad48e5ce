import { csrfField } from "../../../platform/html/csrf.ts";
import { button, checkboxes, errorSummary, fileUpload } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import type { Source } from "../pack/source.ts";

export function uploadPage(props: { source: Source; csrf: string; whole: boolean; error?: string | undefined }): Html {
	const { source, csrf, error } = props;
	return html`${error === undefined ? nothing : errorSummary({ titleText: "There is a problem", errorList: [{ text: error, href: "#file" }] })}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${source.name}</span>Bring a file in</h1>
<p class="govuk-body">You will see what is in the file and what is wrong with it before any of it is taken in.</p>
<form method="post" action="/desk/sources/${source.id}/imports" enctype="multipart/form-data" novalidate>
	${csrfField(csrf)}
	${fileUpload({
		name: "file",
		label: { text: "CSV file", classes: "govuk-label--s" },
		hint: { text: "Up to 300 MB, in any encoding, with commas, semicolons, tabs or bars between the cells." },
		...(error === undefined ? {} : { errorMessage: { text: error } }),
	})}
	${checkboxes({
		name: "whole",
		fieldset: { legend: { text: "What does it hold?", classes: "govuk-fieldset__legend--s" } },
		values: props.whole ? ["yes"] : [],
		items: [
			{
				value: "yes",
				text: `Every record of ${source.name}`,
				hint: { text: "Records that are not in the file are then gone. Leave this out for a file of what changed." },
			},
		],
	})}
	${button({ text: "Look at the file", preventDoubleClick: true })}
</form>`;
}
