/** The analytical engine in this process: columns, two threads, and a folder to spill to when memory runs out. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBDataChunk, type DuckDBConnection, DuckDBInstance, INTEGER, VARCHAR } from "@duckdb/node-api";

export type Duck = {
	run: (sql: string) => Promise<void>;
	/** Rows of numbers, null as NaN; whole columns at a time, for what is read back is large. */
	numbers: (sql: string) => Promise<Float64Array[]>;
	connection: DuckDBConnection;
	close: () => void;
};

/** `memory` is in megabytes. What is spilled to disk is gone when it closes. */
export async function openDuck({ memory, threads }: { memory: number; threads: number }): Promise<Duck> {
	const folder = mkdtempSync(join(tmpdir(), "frontdoor-matching-"));
	const instance = await DuckDBInstance.create(":memory:", {
		threads: String(threads),
		memory_limit: `${memory}MB`,
		temp_directory: folder,
		preserve_insertion_order: "false",
	});
	const connection = await instance.connect();
	return {
		run: async (sql) => {
			await connection.run(sql);
		},
		numbers: (sql) => numbersOf(connection, sql),
		connection,
		close: () => {
			connection.closeSync();
			instance.closeSync();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

async function numbersOf(connection: DuckDBConnection, sql: string): Promise<Float64Array[]> {
	const result = await connection.stream(sql);
	const columns: number[][] = result.columnNames().map(() => []);
	for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
		for (const [at, column] of columns.entries())
			for (const value of chunk.getColumnValues(at)) column.push(value === null ? Number.NaN : Number(value));
	}
	return columns.map((column) => Float64Array.from(column));
}

/** Fills a table of an integer and then texts, a few thousand rows at a time. */
export async function fillTable(
	{ connection }: Duck,
	table: string,
	texts: number,
	rows: AsyncIterable<{ number: number; texts: readonly (string | undefined)[] }>,
): Promise<number> {
	const appender = await connection.createAppender(table);
	const types = [INTEGER, ...Array.from({ length: texts }, () => VARCHAR)];
	const width = 2048;
	const numbers: number[] = [];
	const columns: (string | null)[][] = Array.from({ length: texts }, () => []);
	let all = 0;
	const flush = () => {
		if (numbers.length === 0) return;
		const chunk = DuckDBDataChunk.create(types, numbers.length);
		chunk.setColumns([numbers, ...columns]);
		appender.appendDataChunk(chunk);
		numbers.length = 0;
		for (const column of columns) column.length = 0;
	};
	for await (const row of rows) {
		numbers.push(row.number);
		for (let at = 0; at < texts; at++) columns[at]?.push(row.texts[at] ?? null);
		all++;
		if (numbers.length === width) flush();
	}
	flush();
	appender.closeSync();
	return all;
}
