/** A file's lines as records to compare. */
import type { Row } from "../engine/records.ts";
import { standardRecord } from "../standard/standard.ts";
import { type Columns, sourceRecord } from "./columns.ts";
import { FaultyFile, type Table } from "./table.ts";

/** Reads all of one file. `leaveOut`: lines with too many or too few cells are counted and left, else they stop it. */
export async function* rowsOf(
	table: Table,
	columns: Columns,
	given: { file: number; leaveOut: boolean; say: (sentence: string) => void },
): AsyncGenerator<Row> {
	const ids = new Map<string, number>();
	const faulty: string[] = [];
	let count = 0;
	let left = 0;
	for await (const { number, cells, fault: unread } of table.lines()) {
		const fault = unread ?? movedCells(table.columns, cells);
		if (fault !== undefined) {
			left++;
			if (faulty.length < 10) faulty.push(`line ${number} ${fault}`);
			continue;
		}
		const source = sourceRecord(columns, cells);
		const id = columns.id === undefined ? String(++count) : (source.id ?? "");
		const before = ids.get(id);
		if (id === "") throw new FaultyFile(`${table.name}: line ${number} has no id.`);
		if (before !== undefined)
			throw new FaultyFile(
				`${table.name}: the id ${id} stands on line ${before} and on line ${number}. Ids must differ.`,
			);
		ids.set(id, number);
		if (ids.size % 100_000 === 0) given.say(`${table.name}: ${ids.size.toLocaleString("en-GB")} records read`);
		yield { file: given.file, id, record: standardRecord(source) };
	}
	if (left > 0 && !given.leaveOut)
		throw new FaultyFile(
			`${table.name}: columns have moved on ${left} ${left === 1 ? "line" : "lines"} (the heading has ${table.columns.length}): ${faulty.join("; ")}${left > faulty.length ? "; …" : ""}. Mend them, or go on without them with --leave-out.`,
		);
	given.say(
		`${table.name}: ${ids.size.toLocaleString("en-GB")} records${left > 0 ? `, ${left} faulty lines left out` : ""}`,
	);
}

/** What shows that a line's columns have moved. Empty cells at the end are spreadsheets' habit and move nothing. */
export function movedCells(columns: readonly string[], cells: readonly string[]): string | undefined {
	const more = cells.slice(columns.length).some((cell) => cell !== "");
	if (!more && cells.length >= columns.length) return undefined;
	return `has ${cells.length} ${cells.length === 1 ? "cell" : "cells"}`;
}
