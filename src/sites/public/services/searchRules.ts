import type { Definition } from "../../../modules/services/index.ts";

/** What is searched: every word of every service once, with how much it says about each of them. */
export type SearchIndex = {
	readonly definitions: readonly Definition[];
	readonly words: readonly Word[];
	/** The name and the keywords of each service, as `wordsOf` reads them. */
	readonly phrases: readonly (readonly string[])[];
};
type Word = { readonly text: string; readonly stem: string; readonly weights: ReadonlyMap<number, number> };

const longestQuery = 200;
const mostWords = 8;

/** A word that weighs this much is of the service's name or keywords: finding one is enough. */
const telling = 4;

/** Words that say nothing about what is wanted. */
const empty = new Set(
	"a an and about are as at be been being by can could do for from get got had has have how i id im in is it its just me my need not of on or our please report someone somebody still tell that the them there they this to up us want was wasnt we were what when where will with would you your".split(
		" ",
	),
);

/** The index of services; `topicName` gives the name of a topic. */
export function searchIndex(definitions: readonly Definition[], topicName: (id: string) => string): SearchIndex {
	const weights = new Map<string, Map<number, number>>();
	definitions.forEach((definition, at) => {
		for (const [text, weight] of textsOf(definition, topicName(definition.topic))) {
			const words = allWordsOf(text);
			// "Fly tipping" is also looked for as one word.
			const joined = weight >= telling ? words.slice(1).map((word, i) => `${words[i]}${word}`) : [];
			for (const word of [...words, ...joined]) {
				const of = weights.get(word) ?? new Map<number, number>();
				of.set(at, Math.max(of.get(at) ?? 0, weight));
				weights.set(word, of);
			}
		}
	});
	return {
		definitions,
		words: [...weights].map(([text, of]) => ({ text, stem: stemOf(text), weights: of })),
		phrases: definitions.map(({ name, keywords }) => [name, ...keywords].map((words) => wordsOf(words).join(" "))),
	};
}

/** What a service says, with how much a word of it counts. */
function textsOf({ name, keywords, summary, start, form }: Definition, topic: string): [string, number][] {
	const questions = form.pages.flatMap((page) => page.questions);
	return [
		[name, 5],
		...keywords.map((keyword): [string, number] => [keyword, telling]),
		[summary, 2],
		[topic, 1.5],
		...questions.flatMap((question): [string, number][] => [
			[question.ask, 1],
			...("options" in question ? question.options.map(({ label }): [string, number] => [label, 1.5]) : []),
		]),
		...[...start.about, ...start["you-need"]].map((text): [string, number] => [text, 1]),
	];
}

/** The services that a query may mean, the likeliest first: half of its words, or one of the name or keywords, are in each. */
export function searchServices({ definitions, words, phrases }: SearchIndex, query: string): Definition[] {
	const asked = wordsOf(query.slice(0, longestQuery)).slice(0, mostWords);
	if (asked.length === 0) return [];
	const phrase = asked.join(" ");
	const bests = asked.map((word) => bestFor(word, words));
	const scores = definitions.map((_, at) => {
		const found = bests.filter((best) => best.has(at));
		if (found.length < asked.length / 2 && !found.some((best) => (best.get(at) ?? 0) >= telling * 0.7)) return 0;
		// A word that few services have says more than one that all have.
		const score = found.reduce((sum, best) => sum + (best.get(at) ?? 0) / Math.sqrt(best.size), 0);
		return score / asked.length + whole(phrases[at] ?? [], phrase);
	});
	return definitions
		.map((definition, at) => ({ definition, score: scores[at] ?? 0 }))
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score || a.definition.name.localeCompare(b.definition.name, "en"))
		.map(({ definition }) => definition);
}

/** How well one word fits each service that has something like it. */
function bestFor(asked: string, words: readonly Word[]): Map<number, number> {
	const best = new Map<number, number>();
	const stem = stemOf(asked);
	for (const word of words) {
		const like = likeness(asked, stem, word);
		if (like === 0) continue;
		for (const [at, weight] of word.weights) best.set(at, Math.max(best.get(at) ?? 0, weight * like));
	}
	return best;
}

function whole(phrases: readonly string[], phrase: string): number {
	if (phrases.includes(phrase)) return 10;
	if (phrases.some((known) => known.startsWith(phrase))) return 3;
	return phrases.some((known) => known.includes(" ") && ` ${phrase} `.includes(` ${known} `)) ? 3 : 0;
}

/** Words that say something about what is wanted; all of them when none does. */
export function wordsOf(text: string): string[] {
	const all = allWordsOf(text);
	const some = all.filter((word) => !empty.has(word));
	return some.length > 0 ? some : all;
}

/** Small letters without accents; plurals as singulars. */
function allWordsOf(text: string): string[] {
	return text
		.normalize("NFKD")
		.replace(/[\p{M}'’]/gu, "")
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== "")
		.map((word) => (word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word));
}

/** What "dumping", "dumped" and "dump" have in common, roughly. */
function stemOf(word: string): string {
	const stem = word.replace(/(?:ing|ed|ions?|es|er|e)$/, "").replace(/y$/, "i");
	return stem.length >= 4 ? stem.replace(/([bdgmnprt])\1$/, "$1") : word;
}

/** 1 for the same word, less for another form or a beginning of it, less again for one or two slips; 0 for another word. */
function likeness(asked: string, stem: string, known: Word): number {
	if (asked === known.text) return 1;
	if (stem === known.stem) return 0.9;
	if (asked.length >= 3 && known.text.startsWith(asked)) return 0.7;
	const slips = asked.length >= 8 ? 2 : asked.length >= 5 ? 1 : 0;
	if (slips === 0 || Math.abs(asked.length - known.text.length) > slips) return 0;
	const distance = slipsBetween(asked, known.text, slips);
	return distance > slips ? 0 : distance === 1 ? 0.5 : 0.35;
}

/** Letters added, left out, changed, or swapped with their neighbour; more than `most` counts as `most + 1`. */
function slipsBetween(a: string, b: string, most: number): number {
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
			if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? most) + 1);
			row.push(cost);
		}
		if (Math.min(...row) > most) return most + 1;
		before = last;
		last = row;
	}
	return last[b.length] ?? most + 1;
}
