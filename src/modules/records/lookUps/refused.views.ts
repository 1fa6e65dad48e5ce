import { summaryList } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import { type OpensInWords } from "./opensInWords.ts";
import { listed, opensSentence } from "./words.ts";

export type RefusedProps = {
	reference: string;
	purpose: { name: string; says: string };
	/** What it opens for whoever may state it. */
	opens: OpensInWords;
	roles: readonly string[];
	team: { name: string; phone: string | undefined; email: string | undefined };
	/** The request whose work it is, when it came with one. */
	work: string | undefined;
};

/** A reason that is for other roles: what it opens, and whom to ask. */
export function refusedPage({ reference, purpose, opens, roles, team, work }: RefusedProps): Html {
	return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${reference}</span>
<h1 class="govuk-heading-l">You cannot open this record for “${purpose.name}”</h1>
<p class="govuk-body">Nothing was opened. You have done nothing wrong: this reason is for other roles than yours. That you asked is written down.</p>
${summaryList({
	rows: [
		{ key: { text: "The reason" }, value: { text: purpose.says } },
		{ key: { text: "What it opens" }, value: { text: opensSentence(opens) } },
		{ key: { text: "Who may give it" }, value: { text: listed(roles) } },
		{ key: { text: "Whom to ask" }, value: { html: teamInWords(team) } },
	],
})}
<p class="govuk-body"><a class="govuk-link" href="/desk/customers/${reference}/look-ups/new">Open the record for another reason</a></p>
${work !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="/desk/requests/${work}">Go back to ${work}, or hand it over</a></p>`}
</div></div>`;
}

function teamInWords({ name, phone, email }: RefusedProps["team"]): Html {
	return html`${name}${phone !== undefined && html`<br>${phone}`}${
		email !== undefined && html`<br><a class="govuk-link" href="mailto:${email}">${email}</a>`
	}`;
}
