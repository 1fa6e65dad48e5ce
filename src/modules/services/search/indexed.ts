import type { Handle } from "../../../platform/db/connect.ts";
import type { Document } from "./documents.ts";

export type Kind = Document["kind"];

/** Where a lexeme stands, document by document, and how much each place counts. */
export type Places = { documents: number[]; weights: number[] };

/** What can be found of one kind. */
export type Shelf = {
	/** Ids, by number. */
	documents: string[];
	/** How much a lexeme tells: the fewer say it, the more. */
	rarity: Map<string, number>;
	entries: Map<string, Places>;
	/** What things are called: each a document, and the rarity of all its words together. */
	phrases: { document: number; mass: number }[];
	phrasesWith: Map<string, number[]>;
};

/** The index as a process holds it, as the tables have it. */
export type Indexed = {
	/** The lexeme of every word that somebody wrote. */
	words: Map<string, string>;
	synonyms: Map<string, string[]>;
	shelves: Record<Kind, Shelf>;
};

/** Reads the index from its tables. Some milliseconds for a pack, some tens for five hundred pages. */
export async function readIndex(db: Handle): Promise<Indexed> {
	const words = await db.selectFrom("services.search_word").select(["word", "lexeme"]).execute();
	const synonyms = await db.selectFrom("services.search_synonym").select(["lexeme", "means"]).execute();
	return {
		words: new Map(words.map(({ word, lexeme }) => [word, lexeme])),
		synonyms: new Map(
			[...Map.groupBy(synonyms, ({ lexeme }) => lexeme)].map(([lexeme, ones]) => [
				lexeme,
				ones.map(({ means }) => means),
			]),
		),
		shelves: { service: await readShelf(db, "service"), page: await readShelf(db, "page") },
	};
}

async function readShelf(db: Handle, kind: Kind): Promise<Shelf> {
	const lexemes = await db
		.selectFrom("services.search_lexeme")
		.select(["lexeme", "rarity"])
		.where("kind", "=", kind)
		.execute();
	const entries = await db
		.selectFrom("services.search_entry")
		.select(["lexeme", "document", "weight"])
		.where("kind", "=", kind)
		.orderBy("document")
		.execute();
	const phrases = await db
		.selectFrom("services.search_phrase as p")
		.innerJoin("services.search_phrase_word as w", "w.phrase", "p.id")
		.select(["p.id", "p.document", "p.mass", "w.lexeme"])
		.where("p.kind", "=", kind)
		.orderBy("p.id")
		.execute();
	const shelf: Shelf = {
		documents: [...new Set(entries.map(({ document }) => document))],
		rarity: new Map(lexemes.map(({ lexeme, rarity }) => [lexeme, rarity])),
		entries: new Map(),
		phrases: [],
		phrasesWith: new Map(),
	};
	const numbers = new Map(shelf.documents.map((id, at) => [id, at]));
	for (const { lexeme, document, weight } of entries) {
		const places = shelf.entries.get(lexeme) ?? { documents: [], weights: [] };
		places.documents.push(numbers.get(document) ?? 0);
		places.weights.push(weight);
		shelf.entries.set(lexeme, places);
	}
	let last: number | undefined;
	for (const { id, document, mass, lexeme } of phrases) {
		if (id !== last) shelf.phrases.push({ document: numbers.get(document) ?? 0, mass });
		last = id;
		const holding = shelf.phrasesWith.get(lexeme) ?? [];
		holding.push(shelf.phrases.length - 1);
		shelf.phrasesWith.set(lexeme, holding);
	}
	return shelf;
}
