import type pg from "pg";

export type Row = Readonly<Record<string, unknown>>;

const atOnce = 2_000;

/**
 * Writes rows to a table, thousands a statement. Every row names the columns of the first; a `bytea` is written as `\x…`, a
 * Date as text. Columns left out take their defaults.
 */
export async function insertRows(client: pg.ClientBase, table: string, rows: readonly Row[]): Promise<void> {
	const columns = Object.keys(rows[0] ?? {}).join(", ");
	const statement = `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`;
	for (let from = 0; from < rows.length; from += atOnce) {
		await client.query(statement, [JSON.stringify(rows.slice(from, from + atOnce))]);
	}
}
