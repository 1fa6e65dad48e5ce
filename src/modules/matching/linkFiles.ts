import type { Row } from "./engine/records.ts";
import { link, type Linked, type Linking } from "./link.ts";
import { type Columns, columnsOf } from "./table/columns.ts";
import { rowsOf } from "./table/rows.ts";
import { openTable, type Table } from "./table/table.ts";

/**
 * Links one CSV file with itself or two with each other. `map`: which column is which field, where the names do not say;
 * `b.surname` says it for the second file alone.
 * `leaveOut`: goes on without the lines whose columns have moved. Throws `FaultyFile` for what must be mended first.
 */
export async function linkFiles(
	paths: readonly string[],
	given: Omit<Linking, "rows"> & { map: Readonly<Record<string, string>>; leaveOut: boolean },
): Promise<Linked> {
	const opened: { table: Table; columns: Columns }[] = [];
	for (const [file, path] of paths.entries()) {
		const table = await openTable(path, given.say);
		const columns = columnsOf(table, mapFor(file, given.map));
		const used = Object.entries(columns).filter(([, at]) => at >= 0);
		given.say(`${table.name}: ${used.map(([field, at]) => `${field} is ${table.columns[at]}`).join(", ")}`);
		opened.push({ table, columns });
	}
	async function* rows(): AsyncGenerator<Row> {
		for (const [file, { table, columns }] of opened.entries())
			yield* rowsOf(table, columns, { file, leaveOut: given.leaveOut, say: given.say });
	}
	return link({ ...given, rows: rows() });
}

function mapFor(file: number, map: Readonly<Record<string, string>>): Record<string, string> {
	const [own, other] = file === 0 ? (["a.", "b."] as const) : (["b.", "a."] as const);
	const mine = Object.entries(map).filter(([field]) => !field.startsWith(other));
	return Object.fromEntries(mine.map(([field, column]) => [field.startsWith(own) ? field.slice(2) : field, column]));
}
