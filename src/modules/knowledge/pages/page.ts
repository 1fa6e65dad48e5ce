import { basename } from "node:path";
import type { Html } from "../../../platform/html/html.ts";
import type { PlacedFault } from "../../../platform/module/index.ts";
import { type FrontMatter, splitPage } from "./frontMatter.ts";
import { renderMarkdown } from "./markdown.ts";

/** A page of plain words that the council keeps: how things are, rather than something to ask for. */
export type ContentPage = FrontMatter & {
	/** Its name in its address, which is that of its file. */
	id: string;
	/** Its file in the pack. */
	file: string;
	/** Below the title. */
	main: Html;
	/** The text alone, for search. */
	text: string;
	links: readonly { href: string; line: number }[];
};

export type ReadPage = { page: ContentPage | undefined; faults: PlacedFault[] };

/** Reads one file. `said` fills `{phone}` and the like with what the council says of itself. */
export function readPage(file: string, source: string, said: Readonly<Record<string, string>>): ReadPage {
	const { head, body, before, faults } = splitPage(file, source);
	const id = basename(file, ".md");
	if (!/^[a-z][a-z0-9-]*$/.test(id)) {
		faults.push({ file, line: undefined, sentence: "A page's file is named in small letters, digits and -." });
	}
	if (!head) return { page: undefined, faults };
	const { main, plain, links, faults: found } = renderMarkdown(fill(body, said));
	faults.push(...found.map(({ line, sentence }) => ({ file, line: line + before, sentence })));
	const placed = links.map(({ href, line }) => ({ href, line: line + before }));
	return { page: { ...head, id, file, main, text: plain, links: placed }, faults };
}

function fill(text: string, said: Readonly<Record<string, string>>): string {
	return text.replaceAll(/\{(\w+)\}/g, (whole, word: string) => said[word] ?? whole);
}
