import { sql } from "kysely";
import type { Context } from "../../../platform/context/index.ts";
import { londonDate } from "../../../platform/time/index.ts";
import { wordsOf } from "./words.ts";

/** Fewer have asked in other words than would be worth an officer's time, or safe to show. */
const leastShown = 3;
const mostKept = 5_000;
const mostWords = 6;

/**
 * What may be kept of a search: its words without anything that may say who somebody is. Undefined when nothing is left, and
 * for whole sentences, which may tell a story.
 */
export function keptWords(typed: string): string | undefined {
	const plain = typed
		.slice(0, 200)
		.replaceAll(/\S*[\d@/\\]\S*/g, " ")
		// A capital within a line begins a name; a line in capitals alone says nothing of names.
		.replaceAll(/(?<=\S\s+)\p{Lu}\p{Ll}+\S*/gu, " ");
	const words = wordsOf(plain).filter((word) => word.length > 1);
	if (words.length === 0 || words.length > mostWords) return undefined;
	const kept = words.join(" ");
	return kept.length <= 80 ? kept : undefined;
}

/** Counts a search that found nothing likely. Once the table is full only what stands in it already is counted. */
export async function countMiss({ house, now }: Context, typed: string): Promise<void> {
	const words = keptWords(typed);
	if (words === undefined) return;
	const today = londonDate(now);
	await sql`insert into services.search_miss as held (words, first_on, last_on)
		select ${words}, ${today}, ${today}
		where (select count(*) from services.search_miss) < ${mostKept}
			or exists (select from services.search_miss m where m.words = ${words})
		on conflict (words) do update set times = held.times + 1, last_on = excluded.last_on`.execute(house.db);
}

/** Forgets what few have asked. */
export async function forgetRareMisses({ house, now }: Context): Promise<void> {
	await sql`delete from services.search_miss
		where last_on < ${londonDate(now)}::date - case when times < ${leastShown} then 30 else 400 end`.execute(house.db);
}

export type Miss = { words: string; times: number; lastOn: string };

/** What was asked most often and not found. */
export async function misses({ house }: Context, most = 100): Promise<Miss[]> {
	const { rows } = await sql<{ words: string; times: number; last_on: string }>`
		select words, times, last_on::text from services.search_miss
		where dismissed_on is null and times >= ${leastShown}
		order by times desc, words limit ${most}`.execute(house.db);
	return rows.map(({ words, times, last_on }) => ({ words, times, lastOn: last_on }));
}
