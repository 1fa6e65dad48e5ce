import type { Definition } from "../../../modules/services/index.ts";

/** What is searched of a service: each word once, with how much it says about the service. */
export type SearchEntry = {
	readonly definition: Definition;
	readonly words: ReadonlyMap<string, number>;
	readonly phrases: readonly string[];
};

const longestQuery = 200;
const mostWords = 8;

/** Words that say nothing about what is wanted. */
const empty = new Set(
	"a an and about at can do for from get have how i in is it me my need not of on or our please that the there this to was want we what when where with you your".split(
		" ",
	),
);

/** The searchable words of a service; `topic` is its topic's name. */
export function searchEntry(definition: Definition, topic: string): SearchEntry {
	const { name, keywords, summary, start } = definition;
	const words = new Map<string, number>();
	const add = (text: string, weight: number) => {
		for (const word of wordsOf(text)) words.set(word, Math.max(words.get(word) ?? 0, weight));
	};
	add([...start.about, ...start["you-need"]].join(" "), 1);
	add(topic, 1.5);
	add(summary, 2);
	add(keywords.join(" "), 4);
	add(name, 5);
	return { definition, words, phrases: [name, ...keywords].map((phrase) => wordsOf(phrase).join(" ")) };
}

/** The services that a query may mean, the likeliest first. Half of its words, rounded up, must be found in each. */
export function searchServices(entries: readonly SearchEntry[], query: string): Definition[] {
	const asked = wordsOf(query.slice(0, longestQuery)).slice(0, mostWords);
	if (asked.length === 0) return [];
	const phrase = asked.join(" ");
	return entries
		.map((entry) => ({ definition: entry.definition, score: scoreOf(entry, asked, phrase) }))
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score || a.definition.name.localeCompare(b.definition.name, "en"))
		.map(({ definition }) => definition);
}

/** Small letters without accents; plurals as singulars; words that say nothing left out, unless nothing else is there. */
export function wordsOf(text: string): string[] {
	const all = text
		.normalize("NFKD")
		.replace(/[\p{M}'’]/gu, "")
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== "")
		.map((word) => (word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word));
	const telling = all.filter((word) => !empty.has(word));
	return telling.length > 0 ? telling : all;
}

function scoreOf({ words, phrases }: SearchEntry, asked: readonly string[], phrase: string): number {
	let score = 0;
	let found = 0;
	for (const word of asked) {
		let best = 0;
		for (const [known, weight] of words) best = Math.max(best, weight * likeness(word, known));
		if (best > 0) found++;
		score += best;
	}
	if (found < Math.ceil(asked.length / 2)) return 0;
	const whole = phrases.includes(phrase) ? 10 : phrases.some((known) => known.startsWith(phrase)) ? 3 : 0;
	return score / asked.length + whole;
}

/** 1 for the same word, less for a beginning of it, less again for one or two slips of the keys; 0 for another word. */
function likeness(asked: string, known: string): number {
	if (asked === known) return 1;
	if (asked.length >= 3 && known.startsWith(asked)) return 0.7;
	const slips = asked.length >= 8 ? 2 : asked.length >= 4 ? 1 : 0;
	if (slips === 0 || Math.abs(asked.length - known.length) > slips) return 0;
	const distance = slipsBetween(asked, known, slips);
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
