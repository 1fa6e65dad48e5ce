-- What residents can find: services and pages, word by word. Filled from the pack when it has changed (services.search_fill).
-- PostgreSQL's own ranking knows no rarity ("street" would count as much as "pothole"), so the words are kept with theirs, and
-- the stemmer of full text search and the trigrams of pg_trgm are asked for what a word may mean.
create extension if not exists pg_trgm;

-- One row: which pack the index was made of.
create table services.search_index (
	only_one boolean primary key default true check (only_one),
	fingerprint text not null,
	filled_at timestamptz not null
);

-- Every word as it is written, for the nearest to a word that nobody knows.
create table services.search_word (
	word text primary key,
	lexeme text not null
);
create index search_word_trigrams on services.search_word using gin (word gin_trgm_ops);
create index search_word_beginnings on services.search_word (word text_pattern_ops);

-- How much a lexeme tells: the fewer services (or pages) say it, the more.
create table services.search_lexeme (
	lexeme text not null,
	kind text not null check (kind in ('service', 'page')),
	rarity real not null,
	primary key (lexeme, kind)
);

-- Where a lexeme stands, and how much that place counts: most in a name, least in the text of a page.
create table services.search_entry (
	lexeme text not null,
	kind text not null,
	document text not null,
	weight real not null,
	primary key (lexeme, kind, document)
) with (fillfactor = 100);

-- What people call a thing: its name and its keywords, each as a whole.
create table services.search_phrase (
	id integer primary key,
	kind text not null,
	document text not null,
	mass real not null
);
create table services.search_phrase_word (
	lexeme text not null,
	phrase integer not null references services.search_phrase on delete cascade,
	primary key (lexeme, phrase)
);
create index search_phrase_word_phrase on services.search_phrase_word (phrase);

-- Words that mean the same, as lexemes.
create table services.search_synonym (
	lexeme text not null,
	means text not null,
	primary key (lexeme, means)
);

-- The lexeme of a word; empty for one that tells nothing ("the"). The dictionary is that of English full text search.
create function services.lexeme_of(word text) returns text
language sql immutable strict parallel safe
return (ts_lexize('pg_catalog.english_stem', word))[1];

-- Fills the index anew. `documents` is [{kind, id, words: [{w: word, x: weight}], phrases: [[word]]}], `synonyms` [[word]].
create function services.search_fill(documents jsonb, synonyms jsonb) returns void
language plpgsql as $$
begin
	delete from services.search_phrase_word;
	delete from services.search_phrase;
	delete from services.search_entry;
	delete from services.search_lexeme;
	delete from services.search_word;
	delete from services.search_synonym;

	create temporary table said on commit drop as
		select d.kind, d.id as document, w.w as word, services.lexeme_of(w.w) as lexeme, w.x as weight
		from jsonb_to_recordset(documents) as d (kind text, id text, words jsonb),
			jsonb_to_recordset(d.words) as w (w text, x real);
	create temporary table phrased on commit drop as
		select dense_rank() over (order by d.kind, d.id, p.n)::integer as id, d.kind, d.id as document,
			services.lexeme_of(w.word) as lexeme
		from jsonb_to_recordset(documents) as d (kind text, id text, phrases jsonb),
			jsonb_array_elements(d.phrases) with ordinality as p (words, n),
			jsonb_array_elements_text(p.words) as w (word);

	insert into services.search_word (word, lexeme)
		select distinct word, lexeme from said where lexeme is not null;
	insert into services.search_entry (lexeme, kind, document, weight)
		select lexeme, kind, document, max(weight) from said where lexeme is not null group by 1, 2, 3;
	insert into services.search_lexeme (lexeme, kind, rarity)
		select e.lexeme, e.kind, ln(1 + a.documents::real / sum(e.weight))
		from services.search_entry e
			join (select kind, count(distinct document) as documents from said group by 1) a using (kind)
		group by e.lexeme, e.kind, a.documents;
	insert into services.search_phrase (id, kind, document, mass)
		select p.id, p.kind, p.document, sum(l.rarity)
		from (select distinct * from phrased where lexeme is not null) p join services.search_lexeme l using (lexeme, kind)
		group by 1, 2, 3;
	insert into services.search_phrase_word (lexeme, phrase)
		select distinct lexeme, id from phrased where lexeme is not null;
	insert into services.search_synonym (lexeme, means)
		select distinct a.lexeme, b.lexeme
		from (select g.n, services.lexeme_of(w) as lexeme
				from jsonb_array_elements(synonyms) with ordinality as g (words, n), jsonb_array_elements_text(g.words) as w) a
			join (select g.n, services.lexeme_of(w) as lexeme
				from jsonb_array_elements(synonyms) with ordinality as g (words, n), jsonb_array_elements_text(g.words) as w) b
				using (n)
		where a.lexeme <> b.lexeme;
	drop table said;
	drop table phrased;
end $$;

-- Finds what the words may mean, the best of each kind first. `joined` are neighbours written as one ("pot hole"), which count
-- only where somebody writes them so. A row of the kind `word` says that no one knows that word and which was taken instead.
-- A function, so that its plan is kept by the connection.
create function services.search(asked text[], joined text[], most integer)
returns table (kind text, document text, score real)
language plpgsql stable as $$
begin
	return query
	with word as materialized (
		select a.n, a.word, services.lexeme_of(a.word) as lexeme, a.n > cardinality(asked) as pair
		from unnest(asked || joined) with ordinality as a (word, n)
	), known as materialized (
		select w.*, exists (select from services.search_lexeme l where l.lexeme = w.lexeme)
			or exists (select from services.search_synonym s where s.lexeme = w.lexeme) as is
		from word w where w.lexeme is not null
	), unknown as materialized (
		select k.n, k.word, c.word as taken, c.lexeme, c.likeness
		from known k, lateral (
			select l.word, l.lexeme, max(l.likeness) as likeness from (
				(select w.word, w.lexeme, (0.25 + 0.65 * similarity(w.word, k.word))::real as likeness
					from services.search_word w where w.word % k.word
					order by similarity(w.word, k.word) desc, w.word limit 4)
				union all
				(select w.word, w.lexeme, 0.7::real from services.search_word w
					where length(k.word) >= 3 and w.word like k.word || '%' order by length(w.word), w.word limit 4)
			) l group by 1, 2 order by 3 desc, 1 limit 4
		) c
		where not k.is and not k.pair and length(k.word) >= 3
	), near as materialized (
		-- Only what is about as near as the nearest.
		select u.* from unknown u join (select x.n, max(x.likeness) as best from unknown x group by 1) b using (n)
		where u.likeness >= b.best - 0.1
	), meaning as materialized (
		select m.n, m.lexeme, max(m.likeness) as likeness from (
			select k.n, k.lexeme, case when k.pair then 0.5 else 1 end::real as likeness from known k where k.is
			union all
			select k.n, s.means, 0.7::real from known k join services.search_synonym s on s.lexeme = k.lexeme
			union all
			select u.n, u.lexeme, u.likeness from near u
		) m group by 1, 2
	), told as materialized (
		select m.n, m.lexeme, l.kind, m.likeness, l.rarity, m.likeness * l.rarity as mass
		from meaning m join services.search_lexeme l using (lexeme)
	), question as materialized (
		select t.kind, sum(t.mass) as mass from (
			select t.kind, t.n, max(t.mass) as mass from told t
			where t.n <= cardinality(asked) group by 1, 2) t group by 1
	), entries as (
		select e.kind, e.document, sum(e.mass) as mass from (
			select t.kind, t.n, e.document, max(t.mass * e.weight) as mass
			from told t join services.search_entry e on e.lexeme = t.lexeme and e.kind = t.kind
			group by 1, 2, 3) e group by 1, 2
	), phrases as (
		select p.kind, p.document, max(p.shared * p.shared / (p.mass + 0.3 * greatest(q.mass - p.shared, 0))) as mass
		from (
			select p.kind, p.document, p.id, p.mass, sum(one.mass) as shared from (
				select t.kind, w.phrase, w.lexeme, max(t.mass) as mass
				from told t join services.search_phrase_word w on w.lexeme = t.lexeme group by 1, 2, 3
			) one join services.search_phrase p on p.id = one.phrase and p.kind = one.kind
			group by 1, 2, 3, 4
		) p join question q on q.kind = p.kind group by 1, 2
	), ranked as (
		select e.kind, e.document, ((e.mass + 1.2 * coalesce(p.mass, 0)) / greatest(q.mass, 0.001))::real as score,
			row_number() over (partition by e.kind
				order by e.mass + 1.2 * coalesce(p.mass, 0) desc, e.document) as place
		from entries e left join phrases p on p.kind = e.kind and p.document = e.document
			join question q on q.kind = e.kind
	)
	select r.kind, r.document, r.score from ranked r where r.place <= most
	union all
	select 'word', u.word || ' ' || (array_agg(u.taken order by u.likeness desc, u.taken))[1], max(u.likeness)
		from near u group by u.n, u.word
	order by 1, 3 desc;
end $$;
