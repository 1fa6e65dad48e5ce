-- Banners that officers put on the public website, beside those of the pack: at once, and without a restart.
create schema knowledge;

create table knowledge.alert (
	id uuid primary key,
	severity text not null check (severity in ('notice', 'warning', 'emergency')),
	words text not null check (length(words) between 1 and 300),
	-- Where more is said: a page of this website or another.
	link text check (link ~ '^(https://|/)' and length(link) <= 500),
	-- `everywhere`, `home`, `topic:` and an id, or `service:` and an id.
	place text not null check (place ~ '^(everywhere|home|(topic|service):[a-z][a-z0-9-]*)$'),
	from_at timestamptz not null,
	until_at timestamptz not null,
	officer_id uuid not null,
	made_at timestamptz not null,
	ended_at timestamptz,
	constraint an_alert_ends_after_it_begins check (until_at > from_at)
);
create index alert_by_end on knowledge.alert (until_at);
