-- What happened, kept for listeners and for measures; the jobs of the listeners are added in the same statement.
create schema events;

create table events.event (
	id uuid primary key,
	name text not null,
	at timestamptz not null,
	subject_id text not null,
	correlation text not null,
	data jsonb not null
);
create index event_by_name on events.event (name, at);
create index event_by_subject on events.event (subject_id, at);
