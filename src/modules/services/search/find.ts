import { sql } from "kysely";
import type { Handle } from "../../../platform/db/connect.ts";
import { askedWords, joined, writtenAs } from "./words.ts";

type Likely = { id: string; score: number };

export type Found = {
	/** The likeliest first. A score near 1 is as good as certain. */
	services: Likely[];
	pages: Likely[];
	/** What was typed, with the words that nobody knows put right; undefined when all are known or none is near. */
	meant: string | undefined;
};

type Row = { kind: string; document: string; score: number };

/** What is so much less likely than the best is not shown. */
const leastShare = 0.25;

/** A word must be this near to be offered in place of another. */
const nearEnough = 0.5;

/** What a query may mean. Takes any text; nothing is found for one without words. */
export async function find(db: Handle, typed: string, most = 10): Promise<Found> {
	const words = askedWords(typed);
	if (words.length === 0) return { services: [], pages: [], meant: undefined };
	const { rows } = await sql<Row>`select kind, document, score
		from services.search(${words}::text[], ${joined(words)}::text[], ${most})`.execute(db);
	return { services: likely(rows, "service"), pages: likely(rows, "page"), meant: corrected(typed, rows) };
}

function likely(rows: readonly Row[], kind: string): Likely[] {
	const of = rows.filter((row) => row.kind === kind);
	const best = of[0]?.score ?? 0;
	return of.filter(({ score }) => score >= leastShare * best).map(({ document, score }) => ({ id: document, score }));
}

function corrected(typed: string, rows: readonly Row[]): string | undefined {
	const near = rows.filter(({ kind, score }) => kind === "word" && score >= nearEnough);
	const instead = new Map(near.map(({ document }) => [document.split(" ")[0], document.split(" ")[1]]));
	if (instead.size === 0) return undefined;
	return typed.replaceAll(/[\p{L}\p{N}\p{M}'’‘`]+/gu, (word) => instead.get(writtenAs(word)) ?? word);
}
