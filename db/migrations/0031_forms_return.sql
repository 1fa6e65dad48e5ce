-- A draft can be gone on with elsewhere: in another browser by a link sent by email, or by an officer who is told a code.
alter table forms.draft
	-- One that an officer began has no browser.
	alter column browser_hash drop not null,
	-- The code is made from the salt and the deployment's secret, and found by its hash: another salt withdraws it.
	add column code_salt bytea check (octet_length(code_salt) = 16),
	add column code_hash bytea unique check (octet_length(code_hash) = 32),
	-- What was typed on a page that could not be kept as answers yet: { at, typed }.
	add column unfinished jsonb,
	-- Who last answered each page, as a mark, so that one who answers an older copy of it is told.
	add column writers jsonb not null default '{}',
	add constraint code_has_its_hash check ((code_salt is null) = (code_hash is null)),
	add constraint writers_are_by_page check (jsonb_typeof(writers) = 'object');

-- Links that were sent. Whoever holds the token is let in, so only its hash is kept.
create table forms.draft_link (
	id uuid primary key,
	draft_id uuid not null references forms.draft on delete cascade,
	token_hash bytea not null unique check (octet_length(token_hash) = 32),
	-- Enough of the address for its owner to know it: `s•••@example.com`.
	sent_to text not null,
	made_at timestamptz not null,
	withdrawn_at timestamptz
);
create index draft_link_by_draft on forms.draft_link (draft_id, made_at);

-- Browsers beside the one that began it, each with the link it came by, or by the code.
create table forms.draft_browser (
	draft_id uuid not null references forms.draft on delete cascade,
	browser_hash bytea not null check (octet_length(browser_hash) = 32),
	link_id uuid references forms.draft_link on delete cascade,
	since timestamptz not null,
	primary key (draft_id, browser_hash)
);
create index draft_browser_by_link on forms.draft_browser (link_id);

-- Officers who help with it, for the hours of one working day.
create table forms.draft_officer (
	draft_id uuid not null references forms.draft on delete cascade,
	officer_id uuid not null references staff.officer,
	channel text not null check (channel in ('phone', 'desk')),
	opened_at timestamptz not null,
	primary key (draft_id, officer_id)
);
create index draft_officer_by_officer on forms.draft_officer (officer_id);
