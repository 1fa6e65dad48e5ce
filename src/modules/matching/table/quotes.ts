/**
 * A quotation mark that is opened and never closed swallows the lines after it, up to the next mark or to the file's end. Here
 * the line that opened it is taken out, and the lines after it are read as the lines they are.
 */

/** No cell of a record has so many lines or characters; a mark that is open for longer was never meant to be. */
const mostLines = 100;
const mostCharacters = 100_000;
/** The first lines say how many cells a line has. */
const telling = 20;

export type Mended = {
	/** Lines that were taken out, in order; whoever reads takes them from here. */
	readonly broken: { number: number; text: string }[];
	/** Where a record of several lines began, by the line it ended on. */
	readonly began: Map<number, number>;
};

/** The text again, each line ended by `\n`, as many lines as there were: one that was taken out is empty. */
export async function* mended(
	text: AsyncIterable<string>,
	separator: string,
	{ broken, began }: Mended,
): AsyncGenerator<string> {
	let number = 0;
	let width = 0;
	let held: string[] = [];
	let size = 0;
	let cells = 0;
	let ready: string[] = [];

	const settle = () => {
		if (held.length > 1) began.set(number, number - held.length + 1);
		ready.push(...held);
		if (number <= telling) width = Math.max(width, cells);
		held = [];
		cells = size = 0;
	};
	/** The first of the held lines is taken out, and the others are looked at afresh. */
	const giveUp = () => {
		const [first = "", ...others] = held;
		broken.push({ number: number - others.length, text: first });
		number -= others.length;
		ready.push("");
		held = [];
		cells = size = 0;
		for (const line of others) take(line);
	};
	const take = (read: string) => {
		// A return that ends no line would be counted as one further on.
		const line = read.includes("\r") ? read.replaceAll("\r", " ") : read;
		number++;
		if (held.length === 0 && !line.includes('"')) {
			if (number <= telling) width = Math.max(width, line.split(separator).length);
			ready.push(line);
			return;
		}
		const open = held.length > 0;
		const seen = scan(line, separator, open);
		held.push(line);
		size += line.length;
		cells += seen.cells + (open ? 0 : 1);
		if (seen.open) {
			if (held.length > mostLines || size > mostCharacters) giveUp();
		} else if (held.length > 1 && cells !== width && width > 0) giveUp();
		else settle();
	};

	for await (const lines of linesOf(text)) {
		for (const line of lines) take(line);
		if (ready.length > 0) yield `${ready.join("\n")}\n`;
		ready = [];
	}
	while (held.length > 0) giveUp();
	if (ready.length > 0) yield `${ready.join("\n")}\n`;
}

/** How many separators a line has outside quotation marks, and whether one is still open at its end. */
function scan(line: string, separator: string, wasOpen: boolean): { cells: number; open: boolean } {
	let open = wasOpen;
	let cells = 0;
	let atStart = !wasOpen;
	for (let at = 0; at < line.length; at++) {
		const sign = line[at];
		if (open) {
			if (sign !== '"') continue;
			if (line[at + 1] === '"') at++;
			else open = false;
		} else if (sign === separator) {
			cells++;
			atStart = true;
		} else if (sign === '"' && atStart) {
			open = true;
			atStart = false;
		} else if (sign !== " " && sign !== "\t") atStart = false;
	}
	return { cells, open };
}

/** By whichever end of line the first piece has; a carriage return alone ends a line only where no line feed does. */
async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string[]> {
	let end: RegExp | undefined;
	let rest = "";
	for await (const piece of text) {
		rest += piece;
		if (end === undefined && !/[\r\n]/.test(rest.slice(0, -1))) continue;
		end ??= rest.includes("\n") ? /\r?\n/ : /\r/;
		// A return at the end may be half of an end of line.
		const held = rest.endsWith("\r") ? "\r" : "";
		const lines = (held ? rest.slice(0, -1) : rest).split(end);
		rest = (lines.pop() ?? "") + held;
		yield lines;
	}
	if (rest !== "") yield rest.split(/\r?\n|\r$/).filter((line, at, all) => line !== "" || at < all.length - 1);
}
