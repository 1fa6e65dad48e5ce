import { errorSummary, insetText } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import {
	assignmentForm,
	closureForm,
	extensionForm,
	type FormProps,
	handOverForm,
	moveForm,
	noteForm,
	ownershipForm,
	reopeningForm,
} from "./forms.views.ts";

/** The nouns that an officer's actions on a request are. */
export type Doing =
	| "ownership"
	| "assignment"
	| "moves"
	| "extensions"
	| "hand-overs"
	| "notes"
	| "closure"
	| "reopening";

export const doingWords: Readonly<Record<Doing, string>> = {
	ownership: "Take this request",
	assignment: "Assign this request",
	moves: "Move to another stage",
	extensions: "Make a promise longer",
	"hand-overs": "Hand over to another team",
	notes: "Add a note",
	closure: "Close this request",
	reopening: "Reopen this request",
};

const forms: Readonly<Record<Doing, (props: FormProps) => Html>> = {
	ownership: ownershipForm,
	assignment: assignmentForm,
	moves: moveForm,
	extensions: extensionForm,
	"hand-overs": handOverForm,
	notes: noteForm,
	closure: closureForm,
	reopening: reopeningForm,
};

export type WorkProps = {
	doing: Doing;
	summary: string;
	stage: Html;
	form: FormProps;
	/** Why it was refused, and what was done since by others. */
	refused?: { errors: { text: string; href?: string }[]; since: string[] } | undefined;
};

export function workView({ doing, summary, stage, form, refused }: WorkProps): Html {
	return html`${refused === undefined ? nothing : refusedView(refused)}
<span class="govuk-caption-l">${form.reference} · ${summary}</span>
<h1 class="govuk-heading-l">${doingWords[doing]}</h1>
<p class="govuk-body">Now at ${stage}</p>
${forms[doing](form)}
<p class="govuk-body"><a class="govuk-link" href="/desk/requests/${form.reference}">Back to the request without saving</a></p>`;
}

function refusedView({ errors, since }: NonNullable<WorkProps["refused"]>): Html {
	const summary = errorSummary({ titleText: "There is a problem", errorList: errors });
	if (since.length === 0) return summary;
	return html`${summary}${insetText({ html: html`<p class="govuk-body"><strong>What happened meanwhile</strong></p><ul class="govuk-list govuk-list--bullet">${since.map((line) => html`<li>${line}</li>`)}</ul>` })}`;
}
