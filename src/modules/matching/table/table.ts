/** A file of records, line by line. */
import { createReadStream, existsSync } from "node:fs";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { decoded } from "./decode.ts";
import { type Mended, mended } from "./quotes.ts";

/** `fault`: what keeps its cells from being known, as the end of a sentence that begins with the line. */
export type Line = { number: number; cells: readonly string[]; fault?: string };

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
	refuseOther(name, await startOf(path));
	const separator = await separatorOf(path);
	const marks: Mended = { broken: [], began: new Map() };
	const text = decoded(createReadStream(path), (sentence) => note(`${name}: ${sentence}`));
	const parser = Readable.from(mended(text, separator, marks)).pipe(
		parse({
			bom: true,
			delimiter: separator,
			record_delimiter: "\n",
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
		for (let line = await next(records, name); line; line = await next(records, name)) {
			yield* brokenBefore(marks, separator, line.number);
			yield { ...line, number: marks.began.get(line.number) ?? line.number };
		}
		yield* brokenBefore(marks, separator, Infinity);
	}
	return { name, columns: first.cells, lines };
}

function* brokenBefore({ broken }: Mended, separator: string, number: number): Generator<Line> {
	while (broken[0] && broken[0].number < number) {
		const { number: at, text } = broken[0];
		broken.shift();
		yield { number: at, cells: text.split(separator), fault: "opens a quotation mark that is never closed" };
	}
}

/** What is often sent in place of a CSV file, by its first bytes. */
function refuseOther(name: string, start: Buffer): void {
	const marks = start.toString("latin1");
	const other =
		marks.startsWith("PK\x03\x04") || marks.startsWith("\xd0\xcf\x11\xe0")
			? "an Excel workbook or another packed file. Save it as “CSV UTF-8” and send that"
			: marks.startsWith("%PDF")
				? "a PDF. Ask for the file it was made from"
				: marks.startsWith("\x1f\x8b")
					? "packed with gzip. Unpack it first"
					: undefined;
	if (other !== undefined) throw new FaultyFile(`${name} is ${other}.`);
}

async function startOf(path: string): Promise<Buffer> {
	const pieces: Buffer[] = [];
	const bytes: AsyncIterable<Buffer> = createReadStream(path, { end: 7 });
	for await (const piece of bytes) pieces.push(piece);
	return Buffer.concat(pieces);
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
