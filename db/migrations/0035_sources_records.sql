-- What other systems hold of customers, as they say it: council tax, housing, libraries. Nothing here is ever put right by us;
-- what is wrong is told to whoever keeps the source.
create schema sources;

-- One file or delivery of a source's records, from its preview to its end.
create table sources.import (
	id uuid primary key,
	-- The id of the source in the pack.
	source text not null,
	file_name text not null,
	-- SHA-256 of what was sent: the same file again is seen to be the same.
	digest bytea not null,
	-- It holds every record of the source, so a record that is missing in it is gone from there.
	whole boolean not null,
	-- Which column of the file is which field of the source.
	columns jsonb not null,
	state text not null check (state in ('staged', 'running', 'done', 'stopped', 'withdrawn')),
	-- Lines of the file that hold a record; how many of them are done, and what became of them.
	lines integer not null check (lines >= 0),
	done integer not null default 0,
	added integer not null default 0,
	changed integer not null default 0,
	unchanged integer not null default 0,
	gone integer not null default 0,
	faulty integer not null default 0,
	actor_kind text not null,
	actor_id text,
	actor_name text not null,
	staged_at timestamptz not null,
	began_at timestamptz,
	ended_at timestamptz,
	constraint ended_when_over check ((ended_at is not null) = (state in ('done', 'withdrawn')))
);
create index import_by_source on sources.import (source, staged_at desc);

-- The lines of an import that are still to be taken in; thrown away when it is over.
create table sources.line (
	import_id uuid not null references sources.import on delete cascade,
	-- Of the file, from 1; the heading is a line too.
	line integer not null,
	cells text[] not null,
	primary key (import_id, line)
);

-- What is wrong with a line, or with one field in it. A line with a fault that keeps its record out is `left_out`.
create table sources.fault (
	import_id uuid not null references sources.import on delete cascade,
	line integer not null,
	number smallint not null,
	field text,
	sentence text not null,
	left_out boolean not null,
	primary key (import_id, line, number)
);

create table sources.record (
	id uuid primary key,
	source text not null,
	-- The number or name it has there.
	key text not null,
	kind text not null default 'person' check (kind in ('person', 'organisation')),
	-- What the source says, field by field, as text in the form of the field's kind.
	said jsonb not null,
	-- The days on which it holds, where the source says them: half open.
	from_day date,
	until_day date,
	-- Fields that the source says and that cannot be right, by name, with a sentence.
	faults jsonb not null default '{}',
	first_seen_at timestamptz not null,
	seen_at timestamptz not null,
	changed_at timestamptz not null,
	-- The source no longer has it.
	gone_at timestamptz,
	import_id uuid references sources.import,
	constraint one_of_each unique (source, key)
);
create index record_by_change on sources.record (changed_at, id);
create index record_by_source on sources.record (source, seen_at) where gone_at is null;

-- What a record said before it changed, so that an earlier belief can be explained.
create table sources.earlier (
	record_id uuid not null references sources.record on delete cascade,
	until timestamptz not null,
	said jsonb not null,
	primary key (record_id, until)
);

-- How good a source was on a day: counted each night and after each import.
create table sources.quality (
	source text not null,
	day date not null,
	records integer not null,
	duplicates integer not null,
	conflicts integer not null,
	stale integer not null,
	-- By field: how many records lack it, and in how many it cannot be right.
	missing jsonb not null,
	invalid jsonb not null,
	primary key (source, day)
);

-- Something a source has wrong, told to the team that keeps it.
create table sources.correction (
	id uuid primary key,
	record_id uuid not null references sources.record,
	source text not null,
	field text not null,
	-- What it says, and what it ought to say.
	says text not null,
	ought text not null,
	why text not null,
	state text not null check (state in ('told', 'accepted', 'refused', 'withdrawn')),
	team_id text not null,
	told_at timestamptz not null,
	told_by text not null,
	told_by_name text not null,
	answered_at timestamptz,
	answered_by text,
	answered_by_name text,
	answer text,
	constraint answered_by_somebody check ((answered_at is null) = (state = 'told'))
);
create unique index one_open_correction on sources.correction (record_id, field) where state = 'told';
create index correction_by_team on sources.correction (team_id, told_at) where state = 'told';
create index correction_by_source on sources.correction (source, told_at);

create view sources.record_view as
	select id, source, key, kind, said, from_day, until_day, faults, first_seen_at, seen_at, changed_at, gone_at
	from sources.record;

-- The Citizen Index: every record of a customer, ours and other systems', and the links between those that are of one customer.
create schema records;

create table records.record (
	-- The id of the customer (source 'front-door') or of the source's record.
	id uuid primary key,
	-- What an officer may quote: CR-7K4M-9QXD.
	reference text not null unique,
	source text not null,
	kind text not null check (kind in ('person', 'organisation')),
	-- The record by whose id and reference its customer goes: the one that began first among all that are linked with it.
	head_id uuid not null references records.record deferrable initially deferred,
	-- When the council first had it.
	began_at timestamptz not null,
	-- Never linked by itself and never shown beside another.
	restricted boolean not null default false,
	gone_at timestamptz,
	-- The change of the customer or source record that the fields below were made from.
	taken_in_at timestamptz not null,
	-- Each field in the one form that comparing needs; see the room of matching.
	given text, root text, other_root text, surname text, surname_first text, surname_last text, both_names text,
	given_sound text, surname_sound text, born text, email text, mailbox text, mailbox_digits text, phone text,
	number text, uprn text, postcode text, district text, house text, street text, town text,
	birthplace text, occupation text, organisation text
);
create index record_by_head on records.record (head_id);
create index record_by_number on records.record (number) where number is not null;
create index record_by_email on records.record (email) where email is not null;
create index record_by_phone on records.record (phone) where phone is not null;
create index record_by_name_and_birth on records.record (surname, born) where surname is not null and born is not null;
create index record_by_given_and_birth on records.record (given, born) where given is not null and born is not null;
create index record_by_names on records.record (given, surname) where given is not null and surname is not null;
create index record_by_both_names on records.record (both_names) where both_names is not null;
create index record_by_birth_and_postcode on records.record (born, postcode) where born is not null and postcode is not null;
create index record_by_uprn on records.record (uprn) where uprn is not null;
create index record_by_house on records.record (postcode, house) where postcode is not null;
create index record_by_sound on records.record (root, surname_sound) where root is not null;
create index record_by_mailbox on records.record (mailbox) where mailbox is not null;
create index record_by_organisation on records.record (organisation) where organisation is not null;

-- How many records hold a value that several hold, as last counted: a rare value says more than a common one.
create table records.frequency (
	field text not null,
	value text not null,
	held integer not null,
	primary key (field, value)
);

-- What was learnt of how records agree, and when; the latest is used.
create table records.model (
	id uuid primary key,
	name text not null,
	learnt_at timestamptz not null,
	-- Records it was learnt from.
	records integer not null,
	learnt jsonb not null,
	card jsonb not null
);

-- Two records that are of one customer. The live links of a customer's records form a tree: one fewer than there are
-- records, so that to end any of them parts the records into two and nothing else has to be undone.
create table records.link (
	id uuid primary key,
	a uuid not null references records.record,
	b uuid not null references records.record,
	how text not null check (how in ('matched', 'reviewed', 'merged', 'begun')),
	probability real,
	weight real,
	-- Each comparison with its level, in words, and its bits for or against.
	reasons jsonb not null default '[]',
	model_id uuid references records.model,
	why text not null default '',
	actor_kind text not null,
	actor_id text,
	actor_name text not null,
	at timestamptz not null,
	ended_at timestamptz,
	ended_why text,
	ended_by text,
	ended_by_name text,
	constraint the_lesser_first check (a < b),
	constraint merged_for_a_reason check (how <> 'merged' or why <> ''),
	constraint ended_for_a_reason check ((ended_at is null) = (ended_why is null))
);
create unique index one_live_link on records.link (a, b) where ended_at is null;
create index link_by_b on records.link (b) where ended_at is null;
create index link_by_a on records.link (a, at);

-- Two records of which a person said that they are of two customers: never suggested, never linked by itself again.
create table records.apart (
	a uuid not null references records.record,
	b uuid not null references records.record,
	why text not null,
	actor_id text,
	actor_name text not null,
	at timestamptz not null,
	primary key (a, b),
	constraint the_lesser_first check (a < b)
);
create index apart_by_b on records.apart (b);

-- Two records that may be of one customer, for a person to judge.
create table records.pair (
	id uuid primary key,
	a uuid not null references records.record,
	b uuid not null references records.record,
	probability real not null,
	weight real not null,
	reasons jsonb not null,
	model_id uuid references records.model,
	state text not null default 'waiting'
		check (state in ('waiting', 'second-opinion', 'same', 'different', 'restricted', 'lapsed')),
	found_at timestamptz not null,
	settled_at timestamptz,
	constraint the_lesser_first check (a < b),
	constraint each_pair_once unique (a, b),
	constraint settled_when_judged check ((settled_at is null) = (state in ('waiting', 'second-opinion')))
);
create index pair_to_judge on records.pair (state, weight desc, id) where settled_at is null;
create index pair_by_b on records.pair (b);

-- What officers said of a pair; kept, because decisions teach.
create table records.opinion (
	id uuid primary key,
	pair_id uuid not null references records.pair,
	verdict text not null check (verdict in ('same', 'different', 'unsure', 'restricted')),
	why text not null,
	officer_id text not null,
	officer_name text not null,
	at timestamptz not null,
	constraint one_each unique (pair_id, officer_id)
);

-- What an officer holds to be right of a customer, whatever the sources say.
create table records.chosen (
	id uuid primary key,
	record_id uuid not null references records.record,
	field text not null,
	value text not null,
	why text not null,
	officer_id text not null,
	officer_name text not null,
	at timestamptz not null,
	ended_at timestamptz,
	ended_by_name text
);
create unique index one_chosen on records.chosen (record_id, field) where ended_at is null;

-- What was written on a customer's record while it was linked with one it has now been parted from: for somebody to look through.
create table records.to_look_through (
	link_id uuid not null references records.link,
	kind text not null,
	id text not null,
	record_id uuid not null references records.record,
	words text not null,
	done_at timestamptz,
	done_by_name text,
	primary key (link_id, kind, id)
);

-- An officer opened a customer's record, and said why.
create table records.look_up (
	id uuid primary key,
	head_id uuid not null references records.record,
	officer_id text not null,
	officer_name text not null,
	-- Of the officer, at that time: what the customer is told instead of the name.
	team_id text,
	-- The id of the purpose in the pack.
	purpose text not null,
	-- What it was for, in the officer's words, or the reference of the work in hand.
	why text not null,
	work text,
	at timestamptz not null,
	-- Until then the same officer need not say it again.
	until timestamptz not null,
	-- Which sources and fields it opened.
	opened jsonb not null default '{}',
	sampled_at timestamptz,
	reviewed_at timestamptz,
	reviewed_by_name text,
	verdict text check (verdict in ('in-order', 'asked', 'not-in-order')),
	remark text
);
create index look_up_by_head on records.look_up (head_id, at desc);
create index look_up_of_officer on records.look_up (officer_id, head_id, until desc);
create index look_up_by_time on records.look_up (at desc, id desc);

create view records.record_view as
	select id, reference, source, kind, head_id, began_at, restricted, gone_at from records.record;
