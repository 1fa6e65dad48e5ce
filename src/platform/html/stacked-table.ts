import type { Attributes } from "./attributes.ts";
import type { Optional } from "./content.ts";
import { table, type TableCell } from "./govuk/index.ts";
import { type Html, html } from "./html.ts";

export type StackedTableProps = {
	/** What the columns are called; one whose name goes without saying is `{ hidden }`. */
	heads: readonly (string | { hidden: string })[];
	/** The first cell of a row is what the row is about. */
	rows: readonly (readonly TableCell[])[];
} & Optional<{ caption: string; captionClasses: string; attributes: Attributes }>;

/** A table whose rows stand as cards on a narrow screen, each value after the name of its column. */
export function stackedTable({ heads, rows, ...rest }: StackedTableProps): Html {
	return table({
		...rest,
		classes: "fd-stack",
		firstCellIsHeader: true,
		head: heads.map((head) =>
			typeof head === "string"
				? { text: head }
				: { html: html`<span class="govuk-visually-hidden">${head.hidden}</span>` },
		),
		rows: rows.map((cells) => cells.map((cell, at) => labelled(cell, heads[at]))),
	});
}

function labelled(cell: TableCell, head: string | { hidden: string } | undefined): TableCell {
	return typeof head === "string" ? { ...cell, attributes: { ...cell.attributes, "data-label": head } } : cell;
}
