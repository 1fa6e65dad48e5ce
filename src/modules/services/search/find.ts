import type { Handle } from "../../../platform/db/connect.ts";
import type { Indexed } from "./indexed.ts";
import { type Likely, rank } from "./rank.ts";
import { type Memory, understand, type Understood } from "./understand.ts";
import { askedWords, writtenAs } from "./words.ts";

/** What is searched: the index, and what is remembered of words that do not stand in it. */
export type Searched = { index: Indexed; memory: Memory };

export type Found = {
	/** The likeliest first. A score near 1 is as good as certain. */
	services: Likely[];
	pages: Likely[];
	/** What was typed, with the words that nobody knows put right; undefined when all are known or none is near. */
	meant: string | undefined;
};

/** What is so much less likely than the best is not shown. */
const leastShare = 0.25;

/** A word must be this near to be offered in place of another. */
const nearEnough = 0.5;

/** What a query may mean. Takes any text; nothing is found for one without words. */
export async function find(db: Handle, { index, memory }: Searched, typed: string, most = 10): Promise<Found> {
	const understood = await understand(db, index, memory, askedWords(typed));
	const { service, page } = index.shelves;
	return {
		services: worth(rank(service, understood.meant, most)),
		pages: worth(rank(page, understood.meant, most)),
		meant: corrected(typed, understood),
	};
}

function worth(found: readonly Likely[]): Likely[] {
	const best = found[0]?.score ?? 0;
	return found.filter(({ score }) => score >= leastShare * best);
}

function corrected(typed: string, { instead }: Understood): string | undefined {
	const near = [...instead].filter(([, { likeness }]) => likeness >= nearEnough);
	if (near.length === 0) return undefined;
	const taken = new Map(near.map(([word, one]) => [word, one.taken]));
	return typed.replaceAll(/[\p{L}\p{N}\p{M}'’‘`]+/gu, (word) => taken.get(writtenAs(word)) ?? word);
}
