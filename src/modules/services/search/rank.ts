import type { Shelf } from "./indexed.ts";

/** What one word of a query may mean: lexemes, each with how sure that is. A pair is two neighbours written as one word. */
export type Meant = { pair: boolean; lexemes: ReadonlyMap<string, number> };

export type Likely = { id: string; score: number };

/** How much what a thing is called counts beside all that it says. */
const calling = 1.2;

/** Words of the query that a name does not have count this much against it; those of the name that are not asked for, fully. */
const unsaid = 0.3;

/** The documents that a query may mean, the likeliest first. A score near 1 or above is as good as certain. */
export function rank(shelf: Shelf, query: readonly Meant[], most: number): Likely[] {
	const masses = new Float64Array(shelf.documents.length);
	let asked = 0;
	const told = new Map<string, number>();
	for (const { pair, lexemes } of query) {
		const best = new Map<number, number>();
		let heaviest = 0;
		for (const [lexeme, likeness] of lexemes) {
			const mass = likeness * (shelf.rarity.get(lexeme) ?? 0);
			if (mass === 0) continue;
			heaviest = Math.max(heaviest, mass);
			told.set(lexeme, Math.max(told.get(lexeme) ?? 0, mass));
			const places = shelf.entries.get(lexeme);
			places?.documents.forEach((document, at) => {
				best.set(document, Math.max(best.get(document) ?? 0, mass * (places.weights[at] ?? 0)));
			});
		}
		if (!pair) asked += heaviest;
		for (const [document, mass] of best) masses[document] = (masses[document] ?? 0) + mass;
	}
	const called = bestPhrases(shelf, told, asked);
	const found: Likely[] = [];
	masses.forEach((mass, document) => {
		if (mass === 0) return;
		const score = (mass + calling * (called.get(document) ?? 0)) / Math.max(asked, 0.001);
		found.push({ id: shelf.documents[document] ?? "", score });
	});
	return found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, most);
}

/** For each document how well the best of its names and keywords fits as a whole. */
function bestPhrases(shelf: Shelf, told: ReadonlyMap<string, number>, asked: number): Map<number, number> {
	const shared = new Map<number, number>();
	for (const [lexeme, mass] of told) {
		for (const phrase of shelf.phrasesWith.get(lexeme) ?? []) shared.set(phrase, (shared.get(phrase) ?? 0) + mass);
	}
	const best = new Map<number, number>();
	for (const [number, has] of shared) {
		const phrase = shelf.phrases[number];
		if (!phrase) continue;
		const fits = (has * has) / (phrase.mass + unsaid * Math.max(asked - has, 0));
		best.set(phrase.document, Math.max(best.get(phrase.document) ?? 0, fits));
	}
	return best;
}
