/** What residents type, from the list that the council's pack is tested with, and as many pages as a large council has. */
import type pg from "pg";
import { z } from "zod";
import { packFolder } from "../../src/house.ts";
import { configSlot } from "../../src/platform/config/index.ts";
import type { House } from "../../src/platform/context/index.ts";
import { readPart } from "../../src/platform/module/index.ts";
import { mixed } from "./workload.ts";

const lists = z.record(z.string(), z.record(z.string(), z.array(z.string())));

/** Every phrase of the pack's `search.yaml`. */
export async function phrasesOf(house: House): Promise<string[]> {
	const tried = await readPart(packFolder(configSlot.of(house)), "search.yaml", lists);
	return mixed(Object.values(tried).flatMap((list) => Object.values(list).flat()));
}

/**
 * Adds pages of 150 words each to the index, made of the words that are there. The pack has no such pages, so the server leaves them
 * out of what it shows; it ranks them all the same.
 */
export async function addPages(pool: pg.Pool, count: number): Promise<void> {
	await pool.query(
		`insert into services.search_entry (lexeme, kind, document, weight)
		select w.lexeme, 'page', 'bench-' || n, max(case when w.place <= 6 then 0.9 else 0.2 end)
		from generate_series(1, $1::integer) n cross join lateral (
			select lexeme, row_number() over () as place
			from (select lexeme from services.search_word order by md5(word || n) limit 150) chosen) w
		group by 1, 3 on conflict do nothing`,
		[count],
	);
	await pool.query(`insert into services.search_lexeme (lexeme, kind, rarity)
		select lexeme, 'page', ln(1 + (select count(distinct document) from services.search_entry where kind = 'page') / sum(weight))
		from services.search_entry where kind = 'page' group by 1
		on conflict (lexeme, kind) do update set rarity = excluded.rarity`);
	await pool.query(`insert into services.search_phrase (id, kind, document, mass)
		select 1000000 + row_number() over (), 'page', document, 10
		from (select distinct document from services.search_entry where kind = 'page' and document like 'bench-%') d`);
	await pool.query(`insert into services.search_phrase_word (lexeme, phrase)
		select e.lexeme, p.id from services.search_phrase p join services.search_entry e on e.kind = 'page' and e.document = p.document
		where p.id > 1000000 and e.weight > 0.8 on conflict do nothing`);
	await pool.query(
		"analyze services.search_entry, services.search_lexeme, services.search_phrase, services.search_phrase_word",
	);
}
