import { csrfField } from "../../../platform/html/csrf.ts";
import { button, details, errorSummary, radios, textarea } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { type OpensInWords } from "./opensInWords.ts";
import { opensSentence } from "./words.ts";

export type PurposeChoice = { id: string; name: string; says: string; asks: string | undefined; opens: OpensInWords };

export type NewLookUpProps = {
	/** What the record goes by; the name is not shown before a purpose is. */
	reference: string;
	choices: readonly PurposeChoice[];
	/** Purposes that are for others to state, and whom to ask. */
	others: readonly { name: string; team: string }[];
	/** What was chosen and typed, or the purpose that was stated last. */
	said: { purpose: string; why: string };
	/** The refusal of what was sent. */
	problem: keyof typeof lookUpRefusals | undefined;
	/** Where to go on afterwards, when it is not the record. */
	next: string | undefined;
	csrf: string;
};

const lookUpRefusals = {
	"no-purpose": "Select why you are opening this record",
	"no-why": "Write what you need it for, in a few words",
	"long-why": "Write what you need it for in 500 characters or fewer",
} as const;

export function newLookUpPage(props: NewLookUpProps): Html {
	const { reference, choices, others, said, problem, next, csrf } = props;
	const box = problem === undefined || problem === "no-purpose" ? "purpose" : `why-${said.purpose}`;
	return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${problem && errorSummary({ titleText: "There is a problem", errorList: [{ text: lookUpRefusals[problem], href: `#${box}` }] })}
<span class="govuk-caption-l">${reference}</span>
<h1 class="govuk-heading-l">Why are you opening this record?</h1>
<p class="govuk-body">Your reason decides what you see. It is kept with your name. The customer can read that your team looked, on which day and for what.</p>
${
	choices.length === 0
		? html`<p class="govuk-body">Your role opens no customer’s record. If you need one for your work, ask a team below.</p>`
		: html`<form method="post" action="/desk/customers/${reference}/look-ups" novalidate>
	${csrfField(csrf)}
	${next === undefined ? nothing : html`<input type="hidden" name="next" value="${next}">`}
	${radios({
		name: "purpose",
		fieldset: { legend: { text: "Reason", classes: "govuk-visually-hidden" } },
		value: said.purpose,
		...(problem === "no-purpose" ? { errorMessage: { text: lookUpRefusals[problem] } } : {}),
		items: choices.map((choice) => ({
			value: choice.id,
			text: choice.name,
			hint: { html: html`${choice.says}<br>${opensSentence(choice.opens)}` },
			...(choice.asks === undefined ? {} : { conditional: { html: whyBox(choice.id, choice.asks, props) } }),
		})),
	})}
	${button({ text: "Open the record", preventDoubleClick: true })}
</form>`
}
${
	others.length === 0
		? nothing
		: details({
				summaryText: "None of these is my reason",
				open: choices.length === 0,
				html: html`<p class="govuk-body">Other reasons are for other roles. Ask the team, or hand the work over to it:</p>
<ul class="govuk-list govuk-list--bullet">${others.map(({ name, team }) => html`<li>${name}: ${team}</li>`)}</ul>
<p class="govuk-body">If you are only curious, do not open it. Looking without a reason is misconduct and can be a crime.</p>`,
			})
}
</div></div>`;
}

function whyBox(id: string, asks: string, { said, problem }: NewLookUpProps): Html {
	const isThis = said.purpose === id;
	const wrong = isThis && (problem === "no-why" || problem === "long-why");
	return textarea({
		id: `why-${id}`,
		name: `why[${id}]`,
		rows: 2,
		label: { text: asks },
		value: isThis ? said.why : "",
		...(wrong ? { errorMessage: { text: lookUpRefusals[problem] } } : {}),
	});
}
