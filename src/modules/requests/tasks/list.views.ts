import { pagination } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { subNavigation } from "../../../platform/html/moj/index.ts";
import { dueCell, marks } from "../desk/words.ts";
import type { TaskRow } from "./list.ts";

export type TaskRowProps = TaskRow & { name: string; serviceName: string };

export type TasksProps = {
	views: { text: string; href: string; active: boolean }[];
	rows: TaskRowProps[];
	next?: string | undefined;
	previous?: string | undefined;
	/** What stands in place of the table when there is nothing to do. */
	empty: string;
	now: Date;
};

export function tasksView({ views, rows, next, previous, empty, now }: TasksProps): Html {
	return html`<div class="fd-queue-head"><h1 class="govuk-heading-l">Tasks</h1>
${subNavigation({ label: "Views of the tasks", items: views })}</div>
${rows.length === 0 ? html`<p class="govuk-body fd-empty">${empty}</p>` : rowsView(rows, now)}
${
	next || previous
		? pagination({
				landmarkLabel: "Pages of tasks",
				...(previous ? { previous: { href: previous } } : {}),
				...(next ? { next: { href: next } } : {}),
			})
		: nothing
}`;
}

/** A line each on a desk, a card each on a phone; `data-rows` is what the keys of the desk move through. */
function rowsView(rows: readonly TaskRowProps[], now: Date): Html {
	return html`<table class="fd-queue fd-queue--tasks" data-rows><caption class="govuk-visually-hidden">Tasks</caption>
<thead><tr>${["Task", "Request", "Team", "With", "Due"].map((text) => html`<th scope="col">${text}</th>`)}</tr></thead><tbody>
${rows.map(
	(row) => html`<tr>
<th scope="row"><a class="govuk-link" href="/desk/requests/${row.reference}/tasks/${row.id}/completion">${row.name}</a></th>
<td title="${row.summary}">${marks({ urgent: row.urgent, newsAt: null })}<a class="govuk-link" href="/desk/requests/${row.reference}">${row.reference}</a> ${row.summary} <small>${row.serviceName}</small></td>
<td>${row.teamName}</td>
<td>${row.officerName ?? html`<em>Nobody yet</em>`}</td>
<td>${dueCell({ ...row, paused: false }, now)}</td>
</tr>
`,
)}</tbody></table>`;
}
