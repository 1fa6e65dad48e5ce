import type { Attributes } from "../attributes.ts";
import type { Optional, Words } from "../content.ts";
import type { TableCell } from "../govuk/table.ts";
import { html } from "../html.ts";

export type SortDirection = "ascending" | "descending" | "none";

/** On a `table`: its rows are sorted in the browser. Only for a table that is whole; a page of a list is sorted by links. */
export const sortableTable: Attributes = { "data-module": "moj-sortable-table" };

/**
 * The heading of a column that can be sorted. With an address (that of the list sorted by this column) it is a link,
 * which works without script and on a list of many pages.
 */
export function sortableHeading(
	props: { text: string; sort: SortDirection } & Optional<{ href: string; format: "numeric"; classes: string }>,
): TableCell {
	const { text, sort, href, format, classes } = props;
	const common = { format, classes, attributes: { "aria-sort": sort } };
	return href ? { ...common, html: html`<a class="govuk-link" href="${href}">${text}</a>` } : { ...common, text };
}

/** A cell that is sorted by something other than its words, such as a date by its number. */
export function sortableCell(cell: TableCell, by: Words): TableCell {
	return { ...cell, attributes: { ...cell.attributes, "data-sort-value": by } };
}
