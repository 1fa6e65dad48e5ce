import type { Sender, Source } from "../../../modules/sources/index.ts";
import { csrfField } from "../../../platform/html/csrf.ts";
import { button, select } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import { shortDate } from "../../../platform/time/index.ts";

export function sendersPage(props: {
	source: Source;
	senders: readonly Sender[];
	others: readonly { id: string; name: string }[];
	csrf: string;
}): Html {
	const { source, senders, others, csrf } = props;
	const at = `/desk/sources/${source.id}/senders`;
	return html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${source.name}</span>Systems that may send</h1>
<p class="govuk-body">A system that holds a key sends records to <code>POST /api/sources/${source.id}/records</code> once it is let.</p>
${
	senders.length === 0
		? html`<p class="govuk-body fd-empty">No system may send records of this source.</p>`
		: stackedTable({
				heads: ["System", "May send since", "Let by", { hidden: "Take back" }],
				rows: senders.map((one) => [
					{ text: one.clientName },
					{ text: shortDate(one.since) },
					{ text: one.byName },
					{
						html: html`<form method="post" action="${at}/${one.clientId}/withdrawal">${csrfField(csrf)}${button({
							html: html`Take back<span class="govuk-visually-hidden"> from ${one.clientName}</span>`,
							classes: "govuk-button--warning govuk-!-margin-bottom-0",
						})}</form>`,
					},
				]),
			})
}
${
	others.length === 0
		? html`<p class="govuk-body">No other system holds a key.</p>`
		: html`<form method="post" action="${at}">
	${csrfField(csrf)}
	${select({ name: "client", label: { text: "Let another system send", classes: "govuk-label--s" }, items: others.map(({ id, name }) => ({ value: id, text: name })) })}
	${button({ text: "Let it send", preventDoubleClick: true })}
</form>`
}`;
}
