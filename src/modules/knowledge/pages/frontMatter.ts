import { parseDocument } from "yaml";
import { z } from "zod";
import type { PlacedFault } from "../../../platform/module/index.ts";

const words = z.string().trim().min(1);

/** What stands at the top of a page between two lines of `---`. */
const frontMatterShape = z.strictObject({
	title: words,
	/** One sentence for lists and search. */
	summary: words,
	/** Of topics.yaml. */
	topic: z.string().regex(/^[a-z][a-z0-9-]*$/, "must be small letters, digits and -"),
	/** What people call it. */
	keywords: z.array(words).default([]),
	/** The day on which somebody last checked that every word is true. */
	reviewed: z.iso.date(),
	/** The job title of who answers for it. */
	owner: words,
});
export type FrontMatter = z.infer<typeof frontMatterShape>;

export type Split = {
	head: FrontMatter | undefined;
	body: string;
	/** How many lines stand before the body. */
	before: number;
	faults: PlacedFault[];
};

/** Takes a Markdown file apart. */
export function splitPage(file: string, text: string): Split {
	const parts = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
	if (!parts) {
		const sentence =
			"A page begins with a line of ---, its title, summary, topic, reviewed and owner, and another ---.";
		return { head: undefined, body: "", before: 0, faults: [{ file, line: 1, sentence }] };
	}
	const [whole, source = ""] = parts;
	const before = whole.split("\n").length - 1;
	const document = parseDocument(source, { prettyErrors: false });
	const broken = document.errors[0];
	if (broken) {
		const line = source.slice(0, broken.pos[0]).split("\n").length + 1;
		return {
			head: undefined,
			body: "",
			before,
			faults: [{ file, line, sentence: `This is not YAML: ${broken.message}.` }],
		};
	}
	const read = frontMatterShape.safeParse(document.toJS());
	const faults = (read.error?.issues ?? []).map(({ path, message }) => ({
		file,
		line: lineOf(source, String(path[0] ?? "")),
		sentence: `${path.join(".") || "The top"}: ${message}.`,
	}));
	return { head: read.data, body: text.slice(whole.length), before, faults };
}

function lineOf(source: string, key: string): number {
	const at = source.split("\n").findIndex((line) => line.startsWith(`${key}:`));
	return at < 0 ? 1 : at + 2;
}
