import { tag } from "../../../platform/html/govuk/index.ts";
import { details } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import type { Agreement, BesideRow, Held } from "./rules/rows.ts";
import { isIdentity } from "./rules/value.ts";

export type BesideProps = {
	/** What each side goes by: its reference. */
	left: string;
	right: string;
	rows: readonly BesideRow[];
	/** Several records stand on a side, so each value says which of them holds it. */
	says: boolean;
};

const words: Readonly<Record<Agreement, { text: string; classes: string }>> = {
	same: { text: "Same", classes: "govuk-tag--green" },
	differs: { text: "Different", classes: "govuk-tag--orange" },
	"one-side": { text: "One side", classes: "govuk-tag--grey" },
};

/** What customers are known by, then what else the sources say of them. */
export function besideView(props: BesideProps): Html {
	const known = props.rows.filter(({ field }) => isIdentity(field));
	const facts = props.rows.filter(({ field }) => !isIdentity(field));
	return html`${rowsView(props, known, "What each is known by")}${
		facts.length === 0
			? nothing
			: details({ summaryText: "What else they say", html: rowsView(props, facts, "What else they say") })
	}`;
}

function rowsView({ left, right, says }: BesideProps, rows: readonly BesideRow[], caption: string): Html {
	if (rows.length === 0) return html`<p class="govuk-body">Nothing of either may be shown.</p>`;
	return html`<div class="fd-beside">${stackedTable({
		caption,
		captionClasses: "govuk-visually-hidden",
		heads: [{ hidden: "What" }, left, right, "Compared"],
		rows: rows.map((row) => [
			{ text: row.name },
			{ html: side(row.left, row, says) },
			{ html: side(row.right, row, says) },
			{ html: tag(words[row.agreement]) },
		]),
	})}</div>`;
}

/** What differs is bold, beside the word that says so. */
function side(held: readonly Held[], { agreement, left, right }: BesideRow, says: boolean): Html {
	if (held.length === 0) return html`<span class="fd-beside__none">Not said</span>`;
	const others = new Set((held === left ? right : left).map(({ key }) => key));
	const lines = held.map(({ text, key, from }) => {
		const value =
			agreement === "differs" || (agreement === "same" && !others.has(key))
				? html`<strong>${text}</strong>`
				: html`${text}`;
		return says ? html`${value} <small>${from.join(", ")}</small>` : value;
	});
	return lines.length === 1
		? html`${lines}`
		: html`<ul class="govuk-list fd-beside__values">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}
