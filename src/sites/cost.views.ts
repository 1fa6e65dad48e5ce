import { summaryList } from "../platform/html/govuk/index.ts";
import { html, type Html } from "../platform/html/html.ts";
import { poundsAndPence } from "../platform/money/index.ts";
import type { fees } from "../modules/services/index.ts";

/** What a request costs, line by line, how it is paid and when the money is given back. */
export function costView({ lines, total, how, refund }: fees.Cost): Html {
	const rows = lines.map(({ name, count, amount }) => ({
		key: { text: count === 1 ? name : `${name} × ${count}` },
		value: { text: poundsAndPence(amount) },
	}));
	const sum = { key: { text: "To pay" }, value: { html: html`<strong>${poundsAndPence(total)}</strong>` } };
	return html`<h2 class="govuk-heading-m">What it costs</h2>
${summaryList({ rows: rows.length === 1 ? [sum] : [...rows, sum] })}
<p class="govuk-body">${how}</p>
<p class="govuk-body">${refund}</p>`;
}
