-- Weighing every entry in the database took 6 ms a search with five hundred pages; the processes hold the index in memory now and
-- weigh there. What a word that does not stand in the index may mean is still asked here, of the stemmer and the trigrams.
drop function services.search(text[], text[], integer);

-- For each word: its lexeme when that stands in the index; else those of the nearest words, and the word that was taken instead. A
-- word that tells nothing ("the") comes back with nothing.
create function services.search_meanings(asked text[])
returns table (word text, lexeme text, taken text, likeness real)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
	return query
	with one as materialized (
		select a.word, services.lexeme_of(a.word) as lexeme from unnest(asked) as a (word)
	), known as materialized (
		select o.word, o.lexeme, exists (select from services.search_lexeme l where l.lexeme = o.lexeme)
			or exists (select from services.search_synonym s where s.lexeme = o.lexeme) as is
		from one o
	), near as (
		select k.word, c.word as taken, c.lexeme, c.likeness, max(c.likeness) over (partition by k.word) as best
		from known k, lateral (
			select l.word, l.lexeme, max(l.likeness) as likeness from (
				(select w.word, w.lexeme, (0.25 + 0.65 * similarity(w.word, k.word))::real as likeness
					from services.search_word w where w.word % k.word
					order by similarity(w.word, k.word) desc, w.word limit 4)
				union all
				(select w.word, w.lexeme, 0.7::real from services.search_word w
					where w.word like k.word || '%' order by length(w.word), w.word limit 4)
			) l group by 1, 2 order by 3 desc, 1 limit 4
		) c
		where k.lexeme is not null and not k.is and length(k.word) >= 3
	)
	select k.word, case when k.is then k.lexeme end, null, 1::real from known k where k.is or k.lexeme is null
	union all
	select n.word, n.lexeme, n.taken, n.likeness from near n where n.likeness >= n.best - 0.1;
end $$;
