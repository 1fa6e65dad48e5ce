import { csrfField } from "../../../platform/html/csrf.ts";
import { button, errorSummary, insetText, textarea } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";

const endProblems = {
	"no-why": "Write why it ends",
	long: "Write why it ends in 300 characters or fewer",
} as const;

export type EndProps = {
	reference: string;
	title: string;
	what: string;
	ask: string;
	action: string;
	why: string;
	problem: keyof typeof endProblems | undefined;
	csrf: string;
};

/** Something that was noted of a customer ends, for a reason. */
export function endView({ reference, title, what, ask, action, why, problem, csrf }: EndProps): Html {
	const wrong = problem === undefined ? undefined : endProblems[problem];
	return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${wrong !== undefined && errorSummary({ titleText: "There is a problem", errorList: [{ text: wrong, href: "#why" }] })}
<span class="govuk-caption-l">${reference}</span>
<h1 class="govuk-heading-l">${title}</h1>
${insetText({ text: what })}
<form method="post" action="${action}" novalidate>
	${csrfField(csrf)}
	${textarea({ name: "why", rows: 2, label: { text: ask }, value: why, ...(wrong === undefined ? {} : { errorMessage: { text: wrong } }) })}
	${button({ text: "End it", preventDoubleClick: true })}
</form>
</div></div>`;
}
