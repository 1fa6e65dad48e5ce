import { csrfField } from "../../../platform/html/csrf.ts";
import { button, errorSummary, insetText, radios, tag, textarea } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";

export type SaidLine = {
	recordId: string;
	value: string;
	who: string;
	stands: boolean;
	/** Where its source is told that this is wrong, for each field it is made of. */
	tell: readonly { text: string; href: string }[];
};
export type ChoiceLine = {
	id: string;
	value: string;
	why: string;
	by: string;
	/** Null while it stands. */
	ended: string | null;
};

export type ValueProps = {
	/** The field in words. */
	name: string;
	at: string;
	value: string;
	lineage: string;
	said: readonly SaidLine[];
	choices: readonly ChoiceLine[];
	/** The form, for officers who may choose. */
	form: FormProps | undefined;
};

export type FormProps = {
	csrf: string;
	typed: { pick: string; value: string; why: string };
	problem: keyof typeof problems | undefined;
};

const problems = {
	"pick-needed": { text: "Choose what is right", field: "pick" },
	"value-needed": { text: "Type what is right", field: "value" },
	"why-needed": { text: "Say how you know", field: "why" },
	"too-long": { text: "Use fewer words: at most 300 letters for the value and 1,000 for how you know", field: "why" },
} as const;

/** What every record says of one thing, and which of it stands. */
export function valueView(props: ValueProps): Html {
	const { name, value, lineage, said, choices, form, at } = props;
	const problem = form?.problem && problems[form.problem];
	return html`${problem ? errorSummary({ titleText: "There is a problem", errorList: [{ text: problem.text, href: `#${problem.field}` }] }) : nothing}
<h1 class="govuk-heading-l">${name}: ${value}</h1>
<p class="govuk-body">${lineage}.</p>
<h2 class="govuk-heading-m">What each record says</h2>
${said.length === 0 ? html`<p class="govuk-body">No record that you may see says anything.</p>` : saidTable(said)}
${choicesView(choices, at, form?.csrf)}
${form ? formView(props, form) : nothing}`;
}

function saidTable(said: readonly SaidLine[]): Html {
	return stackedTable({
		heads: ["Says", "Who says so"],
		rows: said.map(({ value, who, stands, tell }) => [
			{ html: html`${value}${stands ? html` ${tag({ text: "Stands", classes: "govuk-tag--green" })}` : nothing}` },
			{
				html: html`${who}${tell.map(({ text, href }) => html`<br><a class="govuk-link" href="${href}">${text}</a>`)}`,
			},
		]),
	});
}

function choicesView(choices: readonly ChoiceLine[], at: string, csrf: string | undefined): Html {
	if (choices.length === 0) return nothing;
	return html`<h2 class="govuk-heading-m">Chosen by officers</h2>
<ul class="fd-lines">${choices.map(
		({
			id,
			value,
			why,
			by,
			ended,
		}) => html`<li><b>${value}</b>: ${why} <small>${by}${ended === null ? nothing : html`. ${ended}`}</small>
${
	ended === null && csrf !== undefined
		? html`<form method="post" action="${at}/choices/${id}/ending">${csrfField(csrf)}${button({ text: "End this choice", classes: "govuk-button--secondary", preventDoubleClick: true })}</form>`
		: nothing
}</li>`,
	)}</ul>`;
}

function formView({ name, at, said }: ValueProps, { csrf, typed, problem }: FormProps): Html {
	const error = (field: string) =>
		problem && problems[problem].field === field ? { text: problems[problem].text } : undefined;
	return html`<h2 class="govuk-heading-m">Choose what is right</h2>
${insetText({ text: "It stands here, over what the records say, until somebody ends the choice. The systems keep what they have." })}
<form method="post" action="${at}/choices" novalidate>
${csrfField(csrf)}
${radios({
	name: "pick",
	idPrefix: "pick",
	value: typed.pick,
	fieldset: { legend: { text: name, classes: "govuk-fieldset__legend--s" } },
	errorMessage: error("pick"),
	items: [
		...distinct(said).map(({ recordId, value, who }) => ({ value: recordId, text: value, hint: { text: who } })),
		{
			value: "other",
			text: "Something else",
		},
	],
})}
${textarea({
	name: "value",
	id: "value",
	rows: 2,
	label: { text: "What is right, if it is something else" },
	value: typed.value,
	errorMessage: error("value"),
})}
${textarea({
	name: "why",
	id: "why",
	rows: 3,
	label: { text: "How do you know?" },
	hint: { text: "For example: they told me on the telephone, or I saw their tenancy agreement." },
	value: typed.why,
	errorMessage: error("why"),
})}
${button({ text: "Choose", preventDoubleClick: true })}
</form>`;
}

/** A value that several records say alike is offered once. */
function distinct(said: readonly SaidLine[]): SaidLine[] {
	return said.filter((one, at) => said.findIndex(({ value }) => value === one.value) === at);
}
