import { csrfField } from "../../../platform/html/csrf.ts";
import { button, errorSummary, radios, textarea } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { dueCell } from "../desk/words.ts";
import { mostWritten } from "../rules/written.ts";

/** The nouns that the two ends of a task are. */
export type Ending = "completion" | "setting-aside";

export type TaskProps = {
	noun: Ending;
	reference: string;
	id: string;
	csrf: string;
	summary: string;
	name: string;
	does: string;
	teamName: string;
	due: { warnAt: Date; dueAt: Date };
	now: Date;
	words: string;
	/** The boxes of what the task asks. */
	questions: Html | undefined;
	takesFiles: boolean;
	errors: { text: string; href?: string }[];
};

export function taskView(props: TaskProps): Html {
	const { noun, reference, id, name, summary, does, teamName, due, now, errors } = props;
	const other = noun === "completion" ? "setting-aside" : "completion";
	return html`${errors.length === 0 ? nothing : errorSummary({ titleText: "There is a problem", errorList: errors })}
<span class="govuk-caption-l">${reference} · ${summary}</span>
<h1 class="govuk-heading-l">${noun === "completion" ? name : `Set aside: ${name}`}</h1>
<p class="govuk-body">${does}</p>
<p class="govuk-body">For ${teamName}, due ${dueCell({ ...due, paused: false }, now)}</p>
<form method="post" action="/desk/requests/${reference}/tasks/${id}/${noun}" novalidate${props.takesFiles ? html` enctype="multipart/form-data"` : nothing}>
${csrfField(props.csrf)}
${props.questions ?? nothing}
${wordsArea(props)}
${button({ text: noun === "completion" ? "Mark as done" : "Set aside", preventDoubleClick: true })}
</form>
<p class="govuk-body"><a class="govuk-link" href="/desk/requests/${reference}/tasks/${id}/${other}">${
		noun === "completion" ? "Set it aside instead" : "Mark it as done instead"
	}</a></p>
<p class="govuk-body"><a class="govuk-link" href="/desk/requests/${reference}">Back to the request without saving</a></p>`;
}

function wordsArea({ noun, words, errors }: TaskProps): Html {
	const wrong = errors.find(({ href }) => href === "#words");
	return textarea({
		name: "words",
		id: "words",
		label: {
			text: noun === "completion" ? "Note for colleagues (optional)" : "Why it is not to be done",
			classes: "govuk-label--s",
		},
		...(noun === "completion" ? {} : { hint: { text: "For colleagues. The customer does not see it." } }),
		value: words,
		rows: 3,
		attributes: { maxlength: String(mostWritten) },
		...(wrong ? { errorMessage: { text: wrong.text } } : {}),
	});
}

export type GivingProps = {
	reference: string;
	summary: string;
	csrf: string;
	tasks: { id: string; name: string; does: string }[];
	wrong: string | undefined;
};

export function givingView({ reference, summary, csrf, tasks, wrong }: GivingProps): Html {
	return html`${wrong === undefined ? nothing : errorSummary({ titleText: "There is a problem", errorList: [{ text: wrong, href: "#task" }] })}
<span class="govuk-caption-l">${reference} · ${summary}</span>
<h1 class="govuk-heading-l">Give a task</h1>
${
	tasks.length === 0
		? html`<p class="govuk-body">Every task that this service has is given already.</p>`
		: html`<form method="post" action="/desk/requests/${reference}/tasks" novalidate>
${csrfField(csrf)}
${radios({
	name: "task",
	fieldset: { legend: { text: "What is to be done?", classes: "govuk-fieldset__legend--s" } },
	items: tasks.map(({ id, name, does }) => ({ value: id, text: name, hint: { text: does } })),
	...(wrong === undefined ? {} : { errorMessage: { text: wrong } }),
})}
${button({ text: "Give this task", preventDoubleClick: true })}
</form>`
}
<p class="govuk-body"><a class="govuk-link" href="/desk/requests/${reference}">Back to the request without saving</a></p>`;
}
