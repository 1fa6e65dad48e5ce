import { type Html, html } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import { type FilterProps, filterBar } from "./filter.views.ts";
import type { ServiceRow } from "./list.ts";
import { servicesHead } from "./nav.views.ts";

export type ListProps = { filter: FilterProps; rows: readonly ServiceRow[] };

/** Every service in a line; `data-rows` is what the keys of the desk move through. */
export function listView({ filter, rows }: ListProps): Html {
	return html`${servicesHead("Services", "/desk/services")}
${filterBar(filter)}
${
	rows.length === 0
		? html`<p class="govuk-body fd-empty">No services match these filters.</p>`
		: stackedTable({
				caption: `${rows.length} ${rows.length === 1 ? "service" : "services"}`,
				attributes: { "data-rows": "" },
				heads: ["Service", "Topic", "For", "Owner", "Tier", "Promise", "Version", "Open", "Last 30 days"],
				rows: rows.map((row) => [
					{ html: html`<a class="govuk-link" href="/desk/services/${row.id}">${row.name}</a>` },
					{ text: row.topic },
					{ text: row.verb },
					{ text: row.owner },
					{ text: row.tier },
					{ text: row.promises.join(", ") },
					{ text: row.version },
					{
						html:
							row.open === 0
								? html`0`
								: html`<a class="govuk-link" href="/desk/requests?service=${row.id}">${row.open}<span class="govuk-visually-hidden"> open of ${row.name}</span></a>`,
					},
					{ text: row.lately },
				]),
			})
}`;
}
