-- What a customer said of a life event, and the drafts that were begun from it. It belongs to the browser that began it, as the
-- drafts do, and is forgotten as they are.
create table services.plan (
	id uuid primary key,
	browser_hash bytea not null check (octet_length(browser_hash) = 32),
	event text not null,
	answers jsonb not null default '{}',
	seen text[] not null default '{}',
	started_at timestamptz not null,
	changed_at timestamptz not null
);
create index plan_by_change on services.plan (changed_at);

-- One draft for each service of a plan: who presses twice begins once. The draft is another module's, and may be gone before.
create table services.plan_form (
	plan_id uuid not null references services.plan (id) on delete cascade,
	service_id text not null,
	draft_id uuid not null,
	constraint one_draft_for_each_service primary key (plan_id, service_id)
);
create index plan_form_by_draft on services.plan_form (draft_id);
