import {
	button,
	checkboxes,
	details,
	input,
	pagination,
	select,
	table,
	type TableCell,
} from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { subNavigation } from "../../../platform/html/moj/index.ts";
import { shortDate } from "../../../platform/time/index.ts";
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
	on: { heading: string; text: string; href: string }[];
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
${selectedView(props.on)}
${details({ summaryText: "Filters", classes: "fd-filters", html: filterView(props) })}
${rowsView(props)}`;
}

/** What is on stays in sight; each is taken off by its own link. */
function selectedView(on: QueueProps["on"]): Html {
	if (on.length === 0) return nothing;
	return html`<div class="fd-selected"><h2 class="govuk-visually-hidden">Selected filters</h2>
<ul class="moj-filter-tags">${on.map(({ heading, text, href }) => html`<li><a class="moj-filter__tag" href="${href}"><span class="govuk-visually-hidden">Remove this filter: </span>${heading}: ${text}</a></li>`)}</ul>
<a class="govuk-link" href="/desk/requests">Clear filters</a></div>`;
}

function filterView({ asked, options }: QueueProps): Html {
	const choice = (name: keyof Asked, label: string, unless: string, items: Option[]) =>
		select({ name, label: { text: label }, value: asked[name], items: [{ value: "", text: unless }, ...items] });
	const searching = asked.q !== "";
	const stages = publicStages.map((value) => ({ value, text: publicStageWords[value] }));
	return html`<form method="get" action="/desk/requests"><div class="fd-filters__grid">
${input({ name: "q", label: { text: "Search" }, value: asked.q, type: "search" })}
${choice("state", "Open or closed", searching ? "Open and closed" : "Open", [
	...(searching ? [{ value: "open", text: "Open" }] : []),
	{ value: "closed", text: "Closed" },
	...(searching ? [] : [{ value: "any", text: "Open and closed" }]),
])}
${choice("team", "Team", "Any team", options.teams)}
${choice("officer", "Officer", "Anyone or nobody", options.officers)}
${choice("stage", "Stage", "Any stage", stages)}
${choice("service", "Service", "Any service", options.services)}
${options.wards.length === 0 ? nothing : choice("ward", "Ward", "Any ward", options.wards)}
${choice("due", "Promise", "Any", [
	{ value: "overdue", text: "Overdue" },
	{ value: "running-out", text: "Running out" },
])}
${checkboxes({ name: "urgent", classes: "govuk-checkboxes--small", values: [asked.urgent], items: [{ value: "yes", text: "Urgent only" }] })}
</div>${button({ text: "Apply filters" })}</form>`;
}

function rowsView(props: QueueProps): Html {
	const { rows, next, previous, now } = props;
	if (rows.length === 0) return html`<p class="govuk-body">${props.empty}</p>`;
	const heads = ["Reference", "What and where", "Customer", "Stage", "Team and officer", "Promise", "Received"];
	return html`<div class="fd-scroll" role="region" aria-label="Requests" tabindex="0">
${table({ classes: "fd-queue", caption: "Requests", captionClasses: "govuk-visually-hidden", firstCellIsHeader: true, head: heads.map((text) => ({ text })), rows: rows.map((row) => cells(row, now)) })}
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
		{ html: html`<a class="govuk-link" href="/desk/requests/${row.reference}">${row.reference}</a><br>${marks(row)}` },
		{ html: html`${row.summary}${under(where === "" ? row.serviceName : `${row.serviceName} · ${where}`)}` },
		{ text: row.customerName || "Not given" },
		{ html: stageTag(row.publicStage, row.stageName) },
		{ html: html`${row.teamName}${under(row.officerName ?? "Nobody yet")}` },
		{ html: row.closedAt === null ? dueCell(row, now) : html`Closed ${shortDate(row.closedAt)}` },
		{ html: html`<time datetime="${row.receivedAt.toISOString()}">${shortDate(row.receivedAt)}</time>` },
	];
}
