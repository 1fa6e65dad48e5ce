import type { ContentPage } from "../../knowledge/index.ts";
import type { Definition } from "../definition.ts";
import { joined, wordsOf } from "./words.ts";

/** One thing that can be found, as the index takes it. */
export type Document = {
	kind: "service" | "page";
	id: string;
	/** Each word (`w`) once, with how much it counts (`x`). */
	words: { w: string; x: number }[];
	/** What it is called, each as words. */
	phrases: string[][];
};

/** How much a word counts, by where it stands. */
const weights = { name: 1, keyword: 0.9, summary: 0.45, topic: 0.3, option: 0.3, text: 0.2 } as const;

type Text = readonly [where: keyof typeof weights, text: string];

/** What can be searched of a service. `said` is what people call it beside its keywords. */
export function serviceDocument(definition: Definition, topic: string, said: readonly string[]): Document {
	const { id, name, keywords, summary, start, form } = definition;
	const questions = form.pages.flatMap((page) => page.questions);
	return documentOf({ kind: "service", id }, [
		["name", name],
		...[...keywords, ...said].map((text): Text => ["keyword", text]),
		["summary", summary],
		["topic", topic],
		...questions.flatMap((question): Text[] => [
			["text", question.ask],
			...("options" in question ? question.options.map(({ label }): Text => ["option", label]) : []),
		]),
		...[...start.about, ...start["you-need"]].map((text): Text => ["text", text]),
	]);
}

/** What can be searched of a page. */
export function pageDocument({ id, title, summary, keywords, text }: ContentPage, topic: string): Document {
	return documentOf({ kind: "page", id }, [
		["name", title],
		...keywords.map((words): Text => ["keyword", words]),
		["summary", summary],
		["topic", topic],
		["text", text],
	]);
}

function documentOf(what: Pick<Document, "kind" | "id">, texts: readonly Text[]): Document {
	const counts = new Map<string, number>();
	const phrases = new Map<string, string[]>();
	for (const [where, text] of texts) {
		const words = wordsOf(text);
		const called = where === "name" || where === "keyword";
		if (called && words.length > 0) phrases.set(words.join(" "), words);
		for (const word of called ? [...words, ...joined(words)] : words) {
			counts.set(word, Math.max(counts.get(word) ?? 0, weights[where]));
		}
	}
	return { ...what, words: [...counts].map(([w, x]) => ({ w, x })), phrases: [...phrases.values()] };
}
