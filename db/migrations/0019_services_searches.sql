-- Searches that found nothing likely, by their words: no time of day, no visitor, no number, and what fewer than three asked is
-- forgotten after a month. From these an officer tells the search what people mean.
create table services.search_miss (
	words text primary key check (length(words) between 2 and 80),
	times integer not null default 1 check (times > 0),
	first_on date not null,
	last_on date not null,
	-- An officer has looked and there is nothing to mean.
	dismissed_on date
);
create index search_miss_often on services.search_miss (times desc, words) where dismissed_on is null;

-- What people call a service, as officers have told. Counts like a keyword of its definition, at once.
create table services.search_meaning (
	words text primary key check (length(words) between 2 and 80),
	service_id text not null check (service_id ~ '^[a-z][a-z0-9-]*$'),
	officer_id uuid not null,
	told_at timestamptz not null
);
