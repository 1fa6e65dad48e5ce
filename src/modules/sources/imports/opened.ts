import { isRefusal, type Refusal } from "../../../platform/refusal/index.ts";
import { type Line, openTable } from "../../matching/index.ts";
import {
	type Because,
	type ColumnRefusal,
	type Columns,
	columnsOf,
	headingAmong,
	type Said,
} from "../columns/columns.ts";
import type { Source } from "../pack/source.ts";

/** A file of a source's records with its heading found. `notes` are of the whole file, and grow while it is read. */
export type Opened = { headings: string[]; fields: Columns; notes: string[]; lines: AsyncGenerator<Line> };

/** A title or two may stand above the heading. */
const mostAbove = 20;
const mostCells = 500;
/** Of one cell while it waits; what is longer is a fault, and its beginning shows which. */
const mostOfACell = 2_000;

/** Refuses a table whose key no column is. Throws `FaultyFile` for what is no table. */
export async function openFile(
	source: Source,
	path: string,
	said: Said,
): Promise<Opened | Refusal<ColumnRefusal, Because>> {
	const notes: string[] = [];
	const table = await openTable(path, (sentence) => notes.push(sentence.replace(/^[^:]*: /, "")));
	const lines = table.lines();
	const first: Line[] = [{ number: 1, cells: table.columns }];
	while (first.length < mostAbove) {
		const next = await lines.next();
		if (next.done === true) break;
		first.push(next.value);
	}
	const at = headingAmong(
		source,
		first.map(({ cells }) => cells),
		said,
	);
	const heading = first[at] ?? { number: 1, cells: [] };
	const headings = kept(heading.cells);
	const fields = columnsOf(source, headings, said);
	if (isRefusal(fields)) return fields;
	if (at > 0) notes.push(`The heading is on line ${heading.number}; what stands above it was left out.`);
	notes.push(...repeated(headings));
	async function* records() {
		for (const line of first.slice(at + 1)) yield { ...line, cells: kept(line.cells) };
		for await (const line of lines) yield { ...line, cells: kept(line.cells) };
	}
	return { headings, fields, notes, lines: records() };
}

/** The first of two columns of one heading is the one that is read. */
function repeated(headings: readonly string[]): string[] {
	const twice = headings.filter((one, at) => one !== "" && headings.indexOf(one) < at);
	return [...new Set(twice)].map((one) => `Two columns are called “${one}”; the first of them is read.`);
}

function kept(cells: readonly string[]): string[] {
	return cells.slice(0, mostCells).map(storable);
}

/** PostgreSQL keeps no NUL and no half of a pair. */
export function storable(text: string): string {
	const short = text.length > mostOfACell ? `${text.slice(0, mostOfACell)}…` : text;
	return short.replaceAll("\u0000", "").toWellFormed();
}
