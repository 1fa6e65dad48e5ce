import { pagination, summaryList } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import type { Holding } from "../../../platform/module/index.ts";
import type { inventory } from "../../../modules/services/index.ts";
import { type FilterProps, filterBar } from "./filter.views.ts";
import { downloads, servicesHead } from "./nav.views.ts";

type Information = inventory.Information;

export type InformationMapProps = {
	filter: FilterProps;
	/** What was asked for of each service of this page. */
	asked: readonly (readonly Information[])[];
	/** The place of the first of them among all, from 1, and how many there are. */
	from: number;
	all: number;
	query: string;
	next?: string | undefined;
	previous?: string | undefined;
	holdings: readonly Holding[];
};

const address = "/desk/services/information-map";

/** What data the council asks for, by what right, for how long; then where any of it lies. */
export function informationMapView(props: InformationMapProps): Html {
	const { filter, asked, from, all, query, next, previous, holdings } = props;
	return html`${servicesHead("Information map", address)}
<p class="govuk-body">Made of the live definitions. It says what is asked, and holds nobody’s answers. ${downloads(address, query)}
<a class="govuk-link" href="#held">Where it is held</a></p>
${filterBar(filter)}
<p class="govuk-body">${asked.length === 0 ? "Nothing that is asked matches these filters." : `Services ${from} to ${from + asked.length - 1} of ${all}`}</p>
${asked.map(part)}
${
	(next !== undefined || previous !== undefined) &&
	pagination({
		landmarkLabel: "Pages of the information map",
		...(previous ? { previous: { href: previous } } : {}),
		...(next ? { next: { href: next } } : {}),
	})
}
<h2 class="govuk-heading-m fd-part" id="held">Where personal data is held</h2>
${stackedTable({
	heads: ["Table", "What", "For", "Lawful basis", "Kept"],
	rows: holdings.map((held) => [
		{ html: html`<code>${held.table}</code>` },
		{ text: held.what },
		{ text: held.purpose },
		{ text: held.basis },
		{ text: held.kept },
	]),
})}`;
}

/** What is true of all that a service asks, once, over what it asks. */
function part(asked: readonly Information[]): Html | undefined {
	const [one] = asked;
	if (!one) return undefined;
	const facts: [string, string][] = [
		["For", one.purpose],
		["Lawful basis", [one.basis, one.law].filter((said) => said !== null).join(". ")],
		["Special categories", one.special ?? ""],
		["Kept", `${one.kept} ${one.kept === 1 ? "year" : "years"} after closing: ${one.keptBecause}`],
		["Owner", [one.owner.name, one.processOwner].filter((said) => said !== null).join(", ")],
		["Tier and clocks", `${one.tier}; ${one.clocks.join(", ")}`],
		["Systems", one.systems.join(", ")],
		["Shared with", one.shared.join("; ") || "Nobody"],
		["Who may read it", one.confidential ? "Only the teams that work it" : ""],
	];
	return html`<h2 class="govuk-heading-m fd-part"><a class="govuk-link" href="/desk/services/${one.service}">${one.serviceName}</a></h2>
${summaryList({ rows: facts.filter(([, text]) => text !== "").map(([key, text]) => ({ key: { text: key }, value: { text } })) })}
${stackedTable({
	heads: ["Asked", "Kind", "Why", "Of whom, and where"],
	rows: asked.map((each) => [
		{ text: each.ask },
		{
			html: html`${each.kindWords}<br><small>${[!each.needed && "optional", each.sealed && "sealed"].filter((note) => note !== false).join(", ")}</small>`,
		},
		{ text: each.why },
		{ html: html`${ofWords[each.of]}<br><small>${each.where}</small>` },
	]),
})}`;
}

const ofWords = { customer: "The customer", officer: "Officers", outside: "People outside the council" } as const;
