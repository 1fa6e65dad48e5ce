import MarkdownIt from "markdown-it";
import { type Html, trusted } from "../../../platform/html/html.ts";

/** A page's text as markup, with what can be checked of it. Lines are of the text, from 1. */
export type Rendered = {
	main: Html;
	/** The text alone, for search. */
	plain: string;
	links: { href: string; line: number }[];
	faults: { line: number; sentence: string }[];
};

// No raw HTML: what looks like a tag is shown as text.
const reader = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable("image");

type Token = ReturnType<typeof reader.parse>[number];

const classes: Readonly<Record<string, string>> = {
	paragraph_open: "govuk-body",
	bullet_list_open: "govuk-list govuk-list--bullet",
	ordered_list_open: "govuk-list govuk-list--number",
	link_open: "govuk-link",
	blockquote_open: "govuk-inset-text",
	table_open: "govuk-table fd-stack",
	thead_open: "govuk-table__head",
	tbody_open: "govuk-table__body",
	tr_open: "govuk-table__row",
	hr: "govuk-section-break govuk-section-break--m govuk-section-break--visible",
};
const headings: Readonly<Record<string, string>> = { h2: "govuk-heading-m", h3: "govuk-heading-s" };

/** Renders Markdown with the classes of the GOV.UK Design System. Headings begin at the second level: the title is the first. */
export function renderMarkdown(source: string): Rendered {
	const tokens = reader.parse(source, {});
	const out: Rendered = { main: trusted(""), plain: "", links: [], faults: [] };
	const ids = new Set<string>();
	const plain: string[] = [];
	let line = 1;
	tokens.forEach((token, at) => {
		line = token.map ? token.map[0] + 1 : line;
		const name = classes[token.type];
		if (name) token.attrSet("class", name);
		if (token.type === "heading_open") heading(token, tokens[at + 1], line, ids, out);
		if (token.type !== "inline") return;
		plain.push(token.content);
		for (const child of token.children ?? []) {
			if (child.type !== "link_open") continue;
			child.attrSet("class", "govuk-link");
			out.links.push({ href: String(child.attrGet("href") ?? ""), line });
		}
	});
	labelTables(tokens);
	const markup = reader.renderer.render(tokens, reader.options, {});
	return { ...out, main: trusted(markup), plain: plain.join(" ").replaceAll(/\]\([^)]*\)|[[*_`]/g, " ") };
}

function heading(token: Token, words: Token | undefined, line: number, ids: Set<string>, out: Rendered): void {
	const name = headings[token.tag];
	if (!name) out.faults.push({ line, sentence: "Use ## and ### for headings: the title is the first." });
	token.attrSet("class", name ?? "govuk-heading-s");
	const id = (words?.content ?? "")
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, "-")
		.replaceAll(/^-|-$/g, "");
	if (ids.has(id)) out.faults.push({ line, sentence: "Another heading of this page says the same." });
	ids.add(id);
	token.attrSet("id", id);
}

/** On a narrow screen each value stands after the name of its column; the first cell of a row is what the row is about. */
function labelTables(tokens: readonly Token[]): void {
	let heads: string[] = [];
	let column = 0;
	tokens.forEach((token, at) => {
		const words = String(tokens[at + 1]?.content ?? "");
		if (token.type === "table_open") heads = [];
		else if (token.type === "tr_open") column = 0;
		else if (token.type === "th_open") {
			heads.push(words);
			token.attrs = [
				["scope", "col"],
				["class", "govuk-table__header"],
			];
		} else if (token.type === "td_open") {
			if (column === 0) {
				token.tag = "th";
				const close = tokens.slice(at).find((one) => one.type === "td_close");
				if (close) close.tag = "th";
				token.attrs = [
					["scope", "row"],
					["class", "govuk-table__header"],
				];
			} else {
				token.attrs = [
					["class", "govuk-table__cell"],
					["data-label", heads[column] ?? ""],
				];
			}
			column++;
		}
	});
}
