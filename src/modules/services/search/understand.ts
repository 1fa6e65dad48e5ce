import { sql } from "kysely";
import type { Handle } from "../../../platform/db/connect.ts";
import type { Indexed } from "./indexed.ts";
import type { Meant } from "./rank.ts";
import { joined } from "./words.ts";

/** What PostgreSQL says of a word that does not stand in the index as it is written. */
type Nearest = { known: string | undefined; near: { lexeme: string; taken: string; likeness: number }[] };

type Row = { word: string; lexeme: string | null; taken: string | null; likeness: number };

/** What is remembered of words; they mean the same until the index is filled again. */
export type Memory = Map<string, Nearest>;

const mostRemembered = 10_000;
const likePair = 0.5;
const likeSynonym = 0.7;

export type Understood = {
	meant: Meant[];
	/** Words that nobody knows, with the one that was taken instead and how near it is. */
	instead: Map<string, { taken: string; likeness: number }>;
};

/** What each word of a query may mean. The database is asked only of words that it was not asked of before. */
export async function understand(
	db: Handle,
	index: Indexed,
	memory: Memory,
	words: readonly string[],
): Promise<Understood> {
	await askOf(db, index, memory, words);
	const understood: Understood = { meant: [], instead: new Map() };
	for (const word of words) {
		const { known, near } = nearest(index, memory, word);
		const lexemes =
			known === undefined ? new Map(near.map((one) => [one.lexeme, one.likeness])) : withSynonyms(index, known, 1);
		if (lexemes.size > 0) understood.meant.push({ pair: false, lexemes });
		const [first] = near;
		if (first) understood.instead.set(word, first);
	}
	for (const pair of joined(words)) {
		const lexeme = index.words.get(pair) ?? index.words.get(pair.replace(/s$/, ""));
		if (lexeme !== undefined) understood.meant.push({ pair: true, lexemes: withSynonyms(index, lexeme, likePair) });
	}
	return understood;
}

function nearest(index: Indexed, memory: Memory, word: string): Nearest {
	const known = index.words.get(word);
	return known === undefined ? (memory.get(word) ?? { known: undefined, near: [] }) : { known, near: [] };
}

function withSynonyms(index: Indexed, lexeme: string, likeness: number): Map<string, number> {
	const also = (index.synonyms.get(lexeme) ?? []).map((one): [string, number] => [one, likeSynonym]);
	return new Map([...also, [lexeme, likeness]]);
}

async function askOf(db: Handle, index: Indexed, memory: Memory, words: readonly string[]): Promise<void> {
	const unknown = words.filter((word) => !index.words.has(word) && !memory.has(word));
	if (unknown.length === 0) return;
	const { rows } = await sql<Row>`select word, lexeme, taken, likeness
		from services.search_meanings(${unknown}::text[])`.execute(db);
	if (memory.size > mostRemembered) memory.clear();
	for (const word of unknown) memory.set(word, { known: undefined, near: [] });
	for (const { word, lexeme, taken, likeness } of rows) {
		const held = memory.get(word);
		if (!held || lexeme === null) continue;
		if (taken === null) held.known = lexeme;
		else held.near.push({ lexeme, taken, likeness });
	}
	for (const word of unknown)
		memory.get(word)?.near.sort((a, b) => b.likeness - a.likeness || (a.taken < b.taken ? -1 : 1));
}
