import { stringify } from "csv-stringify/sync";

/**
 * A table as CSV (RFC 4180) for people who open it in a spreadsheet. It begins with a byte order mark, without which Excel reads
 * UTF-8 as the letters of Windows-1252; readers of CSV know the mark and leave it out. A cell that a spreadsheet would take for a
 * formula is given a quote before it (OWASP, CSV injection). Of lists in a cell each stands on a line.
 */
export function csvOf(heads: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
	const cells = rows.map((row) => row.map((cell) => (Array.isArray(cell) ? cell.join("\n") : cell)));
	return stringify([heads, ...cells], {
		bom: true,
		record_delimiter: "windows",
		escape_formulas: true,
		cast: { boolean: (value) => (value ? "yes" : "no") },
	});
}

export type CsvCell = string | number | boolean | null | readonly string[];
