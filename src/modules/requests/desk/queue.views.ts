import { checkboxes, input, pagination, select, table, type TableCell } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { filter, type FilterCategory, subNavigation } from "../../../platform/html/moj/index.ts";
import { ago, shortDate } from "../../../platform/time/index.ts";
import { publicStages, publicStageWords } from "../../services/index.ts";
import type { QueueRow } from "../queries/queue.ts";
import type { Asked } from "./asked.ts";
import { dueCell, marks, stageTag, under } from "./words.ts";

type Option = { value: string; text: string };

export type QueueRowProps = QueueRow & { stageName: string; wardName: string | null; serviceName: string };

export type QueueProps = {
	views: { text: string; href: string; active: boolean }[];
	asked: Asked;
	options: { teams: Option[]; officers: Option[]; services: Option[]; wards: Option[] };
	/** What is on, each with the address without it. */
	on: FilterCategory[];
	rows: QueueRowProps[];
	next?: string | undefined;
	previous?: string | undefined;
	/** What stands in place of the table when nothing matches. */
	empty: string;
	now: Date;
};

export function queueView(props: QueueProps): Html {
	return html`<h1 class="govuk-heading-l">Requests</h1>
${subNavigation({ label: "Views of the queue", items: props.views })}
<div class="moj-filter-layout">
	<div class="moj-filter-layout__filter">
		<form method="get" action="/desk/requests">${filterView(props)}</form>
	</div>
	<div class="moj-filter-layout__content">${rowsView(props)}</div>
</div>`;
}

function filterView({ asked, options, on }: QueueProps): Html {
	const anyOf = (name: keyof Asked, label: string, unless: string, items: Option[]) =>
		select({ name, label: { text: label }, value: asked[name], items: [{ value: "", text: unless }, ...items] });
	return filter({
		heading: { text: "Filter" },
		...(on.length === 0
			? {}
			: {
					selectedFilters: {
						heading: { text: "Selected filters" },
						clearLink: { text: "Clear filters", href: "/desk/requests" },
						categories: on,
					},
				}),
		optionsHtml: html`${input({
			name: "q",
			label: { text: "Search" },
			hint: { text: "Reference, name, email, telephone, postcode or words" },
			value: asked.q,
			type: "search",
		})}
${anyOf("state", "Open or closed", asked.q === "" ? "Open" : "Open and closed", [
	...(asked.q === "" ? [] : [{ value: "open", text: "Open" }]),
	{ value: "closed", text: "Closed" },
	...(asked.q === "" ? [{ value: "any", text: "Open and closed" }] : []),
])}
${anyOf("team", "Team", "Any team", options.teams)}
${anyOf("officer", "Officer", "Anyone or nobody", options.officers)}
${anyOf(
	"stage",
	"Stage",
	"Any stage",
	publicStages.map((value) => ({ value, text: publicStageWords[value] })),
)}
${anyOf("service", "Service", "Any service", options.services)}
${options.wards.length === 0 ? nothing : anyOf("ward", "Ward", "Any ward", options.wards)}
${anyOf("due", "Promise", "Any", [
	{ value: "overdue", text: "Overdue" },
	{ value: "running-out", text: "Running out" },
])}
${checkboxes({ name: "urgent", classes: "govuk-checkboxes--small", values: [asked.urgent], items: [{ value: "yes", text: "Urgent only" }] })}`,
	});
}

function rowsView(props: QueueProps): Html {
	const { rows, next, previous, now } = props;
	if (rows.length === 0) return html`<p class="govuk-body">${props.empty}</p>`;
	const heads = ["Reference", "What and where", "Customer", "Stage", "Team and officer", "Promise", "Received"];
	return html`<div class="fd-scroll" role="region" aria-label="Requests" tabindex="0">
${table({ caption: "Requests", captionClasses: "govuk-visually-hidden", firstCellIsHeader: true, head: heads.map((text) => ({ text })), rows: rows.map((row) => cells(row, now)) })}
</div>
${
	next || previous
		? pagination({
				landmarkLabel: "Pages of requests",
				...(previous ? { previous: { href: previous } } : {}),
				...(next ? { next: { href: next } } : {}),
			})
		: nothing
}`;
}

function cells(row: QueueRowProps, now: Date): TableCell[] {
	const where = [row.address, row.wardName].filter(Boolean).join(", ");
	return [
		{ html: html`<a class="govuk-link" href="/desk/requests/${row.reference}">${row.reference}</a>${marks(row)}` },
		{ html: html`${row.summary}${under(where === "" ? row.serviceName : `${row.serviceName} · ${where}`)}` },
		{ text: row.customerName || "Not given" },
		{ html: stageTag(row.publicStage, row.stageName) },
		{ html: html`${row.teamName}${under(row.officerName ?? "Nobody yet")}` },
		{ html: row.closedAt === null ? dueCell(row, now) : html`Closed ${shortDate(row.closedAt)}` },
		{ html: html`<time datetime="${row.receivedAt.toISOString()}">${ago(row.receivedAt, now)}</time>` },
	];
}
