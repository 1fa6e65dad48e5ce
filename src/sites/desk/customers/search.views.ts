import { phoneInWords } from "../../../platform/formats/index.ts";
import { button, input, pagination, tag } from "../../../platform/html/govuk/index.ts";
import { type Html, html, join, nothing } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import { shortDate } from "../../../platform/time/index.ts";
import { customersAt, recordAt } from "./addresses.ts";
import type { FoundRow } from "./searching.ts";

export type SearchProps = {
	q: string;
	rows: readonly FoundRow[];
	/** Something was typed by which somebody could be found. */
	searched: boolean;
	next: string | undefined;
	/** What the officer came from, for the record that is opened. */
	work: string;
};

/** `data-rows` is what the keys of the desk move through. */
export function searchView({ q, rows, searched, next, work }: SearchProps): Html {
	return html`<h1 class="govuk-heading-l">Customers</h1>
<form class="fd-filter fd-find" method="get" action="${customersAt}" role="search" aria-label="Customers">
	${work !== "" && html`<input type="hidden" name="work" value="${work}">`}
	${input({
		name: "q",
		id: "q",
		label: { text: "Name, email, telephone, reference, address or date of birth" },
		value: q,
		type: "search",
		autocomplete: "off",
		spellcheck: false,
		attributes: q === "" ? { autofocus: "" } : {},
	})}
	${button({ text: "Find" })}
</form>
${answerView({ q, rows, searched, next, work })}`;
}

function answerView({ q, rows, searched, next, work }: SearchProps): Html {
	if (q === "") {
		return html`<p class="govuk-body fd-empty">Type what the customer tells you. Two things find fewer: <b>Ward 14 Albert Road</b>, or <b>Ward 29/02/1984</b>.</p>`;
	}
	if (!searched)
		return html`<p class="govuk-body fd-empty">That finds nobody. Type a name, an address or a number.</p>`;
	if (rows.length === 0) {
		return html`<p class="govuk-body fd-empty">Nobody matches “${q}”. Check the spelling, or search by something else.</p>`;
	}
	return html`${stackedTable({
		attributes: { "data-rows": "" },
		heads: ["Customer", "How to reach them", "Reference", "Known since"],
		rows: rows.map((row) => [
			{ html: nameCell(row, work) },
			{ html: reachCell(row) },
			{ text: row.reference },
			{ text: shortDate(row.beganAt) },
		]),
	})}${next === undefined ? nothing : pagination({ next: { href: `${customersAt}?${new URLSearchParams({ q, before: next, ...(work ? { work } : {}) })}`, text: "More customers" } })}`;
}

function nameCell(row: FoundRow, work: string): Html {
	const names = [...new Set(row.customers.map(({ name }) => name).filter(Boolean))];
	const [name = nameElsewhere(row), ...others] = names;
	return html`<a class="govuk-link" href="${recordAt(row.reference, { work })}">${name || "Name not given"}</a>${
		others.length === 0 ? nothing : html` <small>also ${others.join(", ")}</small>`
	}${row.kind === "organisation" ? html` ${tag({ text: "Organisation", classes: "govuk-tag--grey" })}` : nothing}`;
}

/** Names of other systems' records are kept as they are compared: in small letters. */
function nameElsewhere({ given, surname, organisation }: FoundRow): string {
	const words = surname === null && given === null ? (organisation ?? "") : [given, surname].filter(Boolean).join(" ");
	return words.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

function reachCell({ customers, district, elsewhere }: FoundRow): Html {
	if (customers.length === 0) {
		return html`Known from another system${district === null ? nothing : html`, in ${district}`}`;
	}
	const ways = customers.flatMap(({ email, phone, phoneKey }) => [
		...(email === null ? [] : [email]),
		...(phone === null ? [] : [phoneKey === null ? phone : phoneInWords(phoneKey)]),
	]);
	const lines = [...new Set(ways)].map((way) => html`${way}`);
	if (lines.length === 0) return html`Left nothing to be reached by${elsewhere && ", known from other systems too"}`;
	return html`${join(lines, html`<br>`)}`;
}
