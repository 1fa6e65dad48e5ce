-- Answers given so far. A draft belongs to the browser that began it and becomes one submission at most.
create schema forms;

create table forms.draft (
	id uuid primary key,
	browser_hash bytea not null check (octet_length(browser_hash) = 32),
	service_id text not null,
	service_version integer not null,
	channel text not null check (channel in ('web', 'desk', 'kiosk')),
	answers jsonb not null default '{}',
	-- Pages that were answered or passed over: one of nothing but optional questions leaves no other trace.
	seen text[] not null default '{}',
	started_at timestamptz not null,
	changed_at timestamptz not null,
	-- What it became; a second submission answers this again.
	submitted_at timestamptz,
	submitted_as text,
	-- Where its browser can follow it: the way in for those who gave no address to write to.
	submitted_link text,
	constraint submitted_has_a_reference check ((submitted_at is null) = (submitted_as is null)),
	constraint submitted_has_a_link check ((submitted_at is null) = (submitted_link is null))
);
create index draft_by_change on forms.draft (changed_at);
