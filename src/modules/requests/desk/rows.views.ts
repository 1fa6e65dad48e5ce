/** Requests in a list: a line each on a desk, a card each on a phone, from the same table. */
import { type Html, html } from "../../../platform/html/html.ts";
import { dateTimeInWords, shortDate } from "../../../platform/time/index.ts";
import type { QueueRow } from "../queries/queue.ts";
import { ageInWords } from "../rules/promise.ts";
import { dueCell, marks, stageTag } from "./words.ts";

export type QueueRowProps = QueueRow & { stageName: string; wardName: string | null; serviceName: string };

const heads = html`<thead><tr>${["Reference", "What", "Where", "Customer", "Stage", "With", "Promise", "Age"].map(
	(text) => html`<th scope="col">${text}</th>`,
)}</tr></thead>`;

/** `data-rows` is what the keys of the desk move through. */
export function rowsView(rows: readonly QueueRowProps[], now: Date): Html {
	return html`<table class="fd-queue" data-rows><caption class="govuk-visually-hidden">Requests</caption>${heads}<tbody>
${rows.map((row) => rowView(row, now))}</tbody></table>`;
}

function rowView(row: QueueRowProps, now: Date): Html {
	const { address, wardName } = row;
	return html`<tr>
<th scope="row"><a class="govuk-link" href="/desk/requests/${row.reference}">${row.reference}</a></th>
<td title="${row.summary}">${marks(row)}${row.summary} <small>${row.serviceName}</small></td>
<td title="${[address, wardName].filter(Boolean).join(", ")}">${address === null ? wardName : html`${address} <small>${wardName}</small>`}</td>
<td>${row.customerName || "Not given"}</td>
<td>${stageTag(row.publicStage, row.stageName)}</td>
<td title="${row.officerName ?? "Nobody yet"}, ${row.teamName}">${row.officerName === null ? html`<em>${row.teamName}</em>` : html`${row.officerName} <small>${row.teamName}</small>`}</td>
<td>${row.closedAt === null ? dueCell(row, now) : html`Closed ${shortDate(row.closedAt)}`}</td>
<td><time datetime="${row.receivedAt.toISOString()}" title="Received ${dateTimeInWords(row.receivedAt)}">${ageInWords(row.receivedAt, now)}</time></td>
</tr>
`;
}
