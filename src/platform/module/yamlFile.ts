import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Path, PlacedFault } from "./fault.ts";

/** A file of a pack: what it says, and on which line each thing stands. */
export type YamlFile = {
	/** From the pack's folder. */
	readonly name: string;
	readonly value: unknown;
	/** What keeps it from being read at all. */
	readonly faults: readonly PlacedFault[];
	/** The line, from 1, of the key at a path, or of the nearest thing around it. */
	readonly lineOf: (path: Path) => number;
};

/** Reads a file of the pack in the folder `pack`. A file that is not there, or is no YAML, has faults and no value. */
export async function readYamlFile(file: string, pack: string): Promise<YamlFile> {
	const name = relative(pack, file);
	const text = await readFile(file, "utf8").catch(() => undefined);
	if (text === undefined) {
		const missing = { file: name, line: undefined, sentence: "The pack has no such file." };
		return { name, value: undefined, faults: [missing], lineOf: () => 1 };
	}
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	const lineAt = (offset: number) => lines.linePos(offset).line;
	const faults = document.errors.map(({ code, message, pos }) => ({
		file: name,
		line: lineAt(pos[0]),
		sentence: yamlFaults[code] ?? `This is not YAML: ${message}.`,
	}));
	const lineOf = (path: Path): number => {
		let node: unknown = document.contents;
		let offset = 0;
		for (const step of path) {
			const found = stepInto(isAlias(node) ? node.resolve(document) : node, step);
			if (!found) break;
			offset = startOf(found.mark) ?? startOf(found.inside) ?? offset;
			node = found.inside;
		}
		return lineAt(offset);
	};
	return { name, value: faults.length === 0 ? document.toJS() : undefined, faults, lineOf };
}

const yamlFaults: Readonly<Record<string, string>> = {
	DUPLICATE_KEY: "This key stands twice in the same place; each may stand once.",
	BAD_INDENT: "This line is not indented like the lines around it.",
	TAB_AS_INDENT: "This line is indented with a tab; YAML is indented with spaces.",
	MISSING_CHAR: "A quotation mark, bracket or comma is missing here.",
	BLOCK_AS_IMPLICIT_KEY: "There are two colons in this line: put the words after the first in quotation marks.",
	MULTILINE_IMPLICIT_KEY: "A colon is missing after the key in this line.",
};

/** What stands under a key or at a position, and where: at the key itself, or at the thing in a list. */
function stepInto(node: unknown, step: PropertyKey): { mark: unknown; inside: unknown } | undefined {
	if (isMap(node)) {
		const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
		return pair && { mark: pair.key, inside: pair.value };
	}
	if (!isSeq(node) || typeof step !== "number" || !(step in node.items)) return undefined;
	return { mark: node.items[step], inside: node.items[step] };
}

function startOf(node: unknown): number | undefined {
	return isNode(node) ? node.range?.[0] : undefined;
}
