/** What narrows the queue: a bar of what officers choose all day, the rest one step away, and what is on below it. */
import { button, checkboxes, details, input, select } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { publicStages, publicStageWords } from "../../services/index.ts";
import type { Asked } from "./asked.ts";

type Option = { value: string; text: string };

export type FilterProps = {
	asked: Asked;
	options: { teams: Option[]; officers: Option[]; services: Option[]; wards: Option[] };
	/** What is on, each with the address without it. */
	on: { heading: string; text: string; href: string }[];
};

/** On a phone all of it is folded away; on a desk the bar stands open without being opened. */
export function filterView(props: FilterProps): Html {
	return html`<form class="fd-filter" method="get" action="/desk/requests">${details({
		summaryText: "Filters",
		classes: "fd-filter__fold",
		html: barView(props),
	})}</form>`;
}

function barView({ asked, options }: FilterProps): Html {
	const anyOf = (name: keyof Asked, label: string, unless: string, items: readonly Option[]) =>
		select({ name, label: { text: label }, value: asked[name], items: [{ value: "", text: unless }, ...items] });
	const searching = asked.q !== "";
	return html`<div class="fd-filter__bar">
${input({ name: "q", label: { text: "Search" }, value: asked.q, type: "search", spellcheck: false, autocomplete: "off" })}
${anyOf("team", "Team", "Any team", options.teams)}
${anyOf("officer", "Officer", "Anyone", options.officers)}
${anyOf("stage", "Stage", "Any stage", stages)}
${anyOf("due", "Promise", "Any", promises)}
${button({ text: "Apply", classes: "govuk-button--secondary" })}
${details({
	summaryText: "More filters",
	classes: "fd-filter__more",
	html: html`<div class="fd-filter__bar">
${anyOf("state", "Open or closed", searching ? "Open and closed" : "Open", [
	...(searching ? [{ value: "open", text: "Open" }] : []),
	{ value: "closed", text: "Closed" },
	...(searching ? [] : [{ value: "any", text: "Open and closed" }]),
])}
${anyOf("service", "Service", "Any service", options.services)}
${options.wards.length === 0 ? nothing : anyOf("ward", "Ward", "Any ward", options.wards)}
${checkboxes({ name: "urgent", classes: "govuk-checkboxes--small", values: [asked.urgent], items: [{ value: "yes", text: "Urgent only" }] })}
</div>`,
})}
</div>`;
}

const stages: readonly Option[] = publicStages.map((value) => ({ value, text: publicStageWords[value] }));
const promises: readonly Option[] = [
	{ value: "overdue", text: "Overdue" },
	{ value: "running-out", text: "Running out" },
];

/** What is on stays in sight; each is taken off by its own link. */
export function selectedView(on: FilterProps["on"]): Html {
	if (on.length === 0) return nothing;
	return html`<section class="fd-filter__on" aria-label="Selected filters"><ul>${on.map(
		({ heading, text, href }) =>
			html`<li><a class="fd-filter__tag" href="${href}"><span class="govuk-visually-hidden">Remove this filter: </span>${heading}: ${text}</a></li>`,
	)}</ul><a class="govuk-link" href="/desk/requests">Clear filters</a></section>`;
}
