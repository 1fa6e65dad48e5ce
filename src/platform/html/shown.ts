/**
 * Two pieces of markup show the same when their tags, their attributes (in any order) and their text are the same, save
 * for white space that no browser shows: runs of it count as one, and beside the tags of block elements it counts as none.
 * For tests that compare our markup with that of the design systems.
 */

const pieces =
	/<!--[\s\S]*?-->|<(textarea|title)\b[^>]*>[\s\S]*?<\/\1>|<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>|[^<]+/g;
const attribute = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;
const inline = new Set("a abbr b button em i img input kbd label select span strong svg textarea time".split(" "));
const named: Record<string, string> = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: '"',
	apos: "'",
	nbsp: "\u00a0",
	copy: "©",
};

/** What a browser is shown, one tag or text a line. */
export function shown(markup: string): string[] {
	const out: string[] = [];
	for (const [piece] of markup.matchAll(pieces)) {
		if (piece.startsWith("<!--")) continue;
		if (piece.startsWith("<textarea") || piece.startsWith("<title")) {
			const opens = piece.indexOf(">") + 1;
			const closes = piece.lastIndexOf("</");
			out.push(tag(piece.slice(0, opens)), decoded(piece.slice(opens, closes)), piece.slice(closes));
		} else if (piece.startsWith("<")) out.push(tag(piece));
		else out.push(decoded(piece).replaceAll(/[ \t\r\n]+/g, " "));
	}
	return withoutUnseenSpace(out);
}

function tag(source: string): string {
	const [, close, name = "", rest = ""] = /^<(\/?)([^\s>/]+)([\s\S]*?)\/?>$/.exec(source) ?? [];
	if (close) return `</${name.toLowerCase()}>`;
	const found = [...rest.matchAll(attribute)].map(
		([, key = "", double, single, bare]) => `${key}="${decoded(double ?? single ?? bare ?? "")}"`,
	);
	return `<${[name.toLowerCase(), ...found.sort()].join(" ")}>`;
}

function decoded(text: string): string {
	return text.replaceAll(
		/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
		(whole, hex?: string, decimal?: string, name?: string) => {
			if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
			if (decimal) return String.fromCodePoint(Number(decimal));
			return named[name ?? ""] ?? whole;
		},
	);
}

function withoutUnseenSpace(parts: string[]): string[] {
	const out: string[] = [];
	for (const [at, part] of parts.entries()) {
		if (part.startsWith("<") || parts[at - 1]?.startsWith("<textarea")) {
			out.push(part);
			continue;
		}
		let text = part;
		if (isEdge(parts[at - 1])) text = text.trimStart();
		if (isEdge(parts[at + 1])) text = text.trimEnd();
		if (text !== "") out.push(text);
	}
	return out;
}

/** Beside the tag of a block, and at either end, white space is not seen. */
function isEdge(neighbour: string | undefined): boolean {
	const [, name] = /^<\/?([^\s>]+)/.exec(neighbour ?? "") ?? [];
	return name === undefined || !inline.has(name);
}
