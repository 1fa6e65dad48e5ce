import { csrfField } from "../../platform/html/csrf.ts";
import { errorSummary } from "../../platform/html/govuk/index.ts";
import { type Html, html, nothing, type Renderable } from "../../platform/html/html.ts";

/** What is wrong with a form: by the id of the field, or of the form as a whole. */
export type Problem = { field?: string; message: string };

/** The summary above the heading; nothing when all is well. */
export function problemsAbove(problems: readonly Problem[]): Html {
	if (problems.length === 0) return nothing;
	return errorSummary({
		titleText: "There is a problem",
		errorList: problems.map(({ field, message }) => ({ text: message, href: field && `#${field}` })),
	});
}

/** The message for one field. */
export function problemOf(problems: readonly Problem[], field: string) {
	const found = problems.find((one) => one.field === field);
	return found && { text: found.message };
}

/** A form that changes something. */
export function postForm(action: string, csrf: string, ...inside: Renderable[]): Html {
	return html`<form action="${action}" method="post" novalidate>${csrfField(csrf)}${inside}</form>`;
}

/** The narrow column that pages with a form keep to. */
export function column(...inside: Renderable[]): Html {
	return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${inside}</div></div>`;
}
