import { type Html, html } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import type { inventory } from "../../../modules/services/index.ts";
import { type FilterProps, filterBar } from "./filter.views.ts";
import { downloads, servicesHead } from "./nav.views.ts";

export type InventoryProps = {
	filter: FilterProps;
	processes: readonly inventory.Process[];
	/** What was asked, for the addresses of the files. */
	query: string;
};

/** Every process of the council in a table that is made of the definitions as they are now. */
export function inventoryView({ filter, processes, query }: InventoryProps): Html {
	return html`${servicesHead("Process inventory", "/desk/services/inventory")}
<p class="govuk-body">Made of the live definitions, so it is always as new as the services themselves. ${downloads("/desk/services/inventory", query)}</p>
${filterBar(filter)}
${
	processes.length === 0
		? html`<p class="govuk-body fd-empty">No processes match these filters.</p>`
		: stackedTable({
				caption: `${processes.length} ${processes.length === 1 ? "process" : "processes"}`,
				attributes: { "data-rows": "" },
				heads: ["Process", "Owner", "Tier", "Law", "Promise", "By itself", "Systems", "Data kept"],
				rows: processes.map((one) => [
					{
						html: html`<a class="govuk-link" href="/desk/services/${one.service}">${one.name}</a><br><small>${one.topic.name}, version ${one.version}</small>`,
					},
					{ html: html`${one.owner.name}${one.processOwner && html`<br><small>${one.processOwner}</small>`}` },
					{ text: one.tier },
					{ html: html`${one.law ?? (one.statutory ? "By law" : "None")}` },
					{
						html: html`${[...new Set(one.promises.map(({ span }) => span))].join(", ")}${one.promises.some(({ law }) => law !== null) && html`<br><small>by law</small>`}`,
					},
					{ text: one.byItself.length === 0 ? "Nothing" : one.byItself.length },
					{ text: one.systems.join(", ") || "This one" },
					{ text: `${one.kept} ${one.kept === 1 ? "year" : "years"}` },
				]),
			})
}`;
}
