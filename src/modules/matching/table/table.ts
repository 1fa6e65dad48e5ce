/** A file of records, line by line. */
import { createReadStream, existsSync } from "node:fs";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { decoded } from "./decode.ts";

export type Line = { number: number; cells: readonly string[] };

export type Table = {
	/** As a sentence names it. */
	name: string;
	columns: readonly string[];
	/** Read once. */
	lines: () => AsyncGenerator<Line>;
};

/** A fault of a file that whoever sent it can mend: says which file, which line and what. */
export class FaultyFile extends Error {}

/** Opens a CSV file, whatever it separates by. Throws `FaultyFile` for what holds no table. */
export async function openTable(path: string, note: (sentence: string) => void): Promise<Table> {
	const name = basename(path);
	if (!existsSync(path)) throw new FaultyFile(`There is no file ${path}.`);
	const separator = await separatorOf(path);
	const parser = Readable.from(decoded(createReadStream(path), (sentence) => note(`${name}: ${sentence}`))).pipe(
		parse({
			bom: true,
			delimiter: separator,
			relax_column_count: true,
			skip_empty_lines: true,
			skip_records_with_empty_values: true,
			trim: true,
			info: true,
			relax_quotes: true,
		}),
	);
	const records: AsyncIterator<unknown, unknown> = parser[Symbol.asyncIterator]();
	const first = await next(records, name);
	if (!first) throw new FaultyFile(`${name} is empty.`);
	async function* lines() {
		for (let line = await next(records, name); line; line = await next(records, name)) yield line;
	}
	return { name, columns: first.cells, lines };
}

async function next(records: AsyncIterator<unknown, unknown>, name: string): Promise<Line | undefined> {
	try {
		const read = await records.next();
		return read.done === true ? undefined : lineFrom(read.value);
	} catch (error) {
		throw new FaultyFile(`${name} cannot be read as CSV: ${error instanceof Error ? error.message : String(error)}`);
	}
}

function lineFrom(value: unknown): Line | undefined {
	if (value === null || typeof value !== "object" || !("record" in value) || !("info" in value)) return undefined;
	const { record, info } = value;
	const number = info !== null && typeof info === "object" && "lines" in info ? Number(info.lines) : 0;
	return { number, cells: Array.isArray(record) ? record.map(String) : [] };
}

/** Whichever of the usual four stands most often in the first line. */
async function separatorOf(path: string): Promise<string> {
	const stream = createReadStream(path, { end: 65_535 });
	const pieces: string[] = [];
	for await (const text of decoded(stream, () => {})) pieces.push(text);
	const first =
		pieces
			.join("")
			.split(/\r\n|\r|\n/)
			.find((line) => line.trim() !== "") ?? "";
	const counts = [",", ";", "\t", "|"].map((sign) => ({ sign, count: first.split(sign).length }));
	return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}
