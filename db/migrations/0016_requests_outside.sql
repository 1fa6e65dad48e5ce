-- What is asked later: of the customer, with a time to answer in, and of somebody outside the council by a link of their own.
create table requests.asking (
	id uuid primary key,
	request_id uuid not null references requests.request,
	entry_id uuid not null references requests.entry,
	-- A question set of the service's definition, or an officer's own question.
	question_set text,
	question text,
	-- Null where an automation asked.
	asked_by uuid references staff.officer,
	asked_at timestamptz not null,
	until timestamptz not null,
	-- The stage in which the request waits. Somebody who moves it on meanwhile is not overruled when the time is over.
	waits_in text not null,
	-- The entry that moved it there, and the one that moved it on when it was answered: their news is told with the question's.
	moved_by uuid references requests.entry,
	went_on_by uuid references requests.entry,
	state text not null default 'open' check (state in ('open', 'answered', 'unanswered', 'withdrawn', 'lapsed')),
	ended_at timestamptz,
	-- What was answered so far, so that whoever is interrupted can come back; then what was answered.
	held jsonb not null default '{}',
	answers jsonb,
	answered_at timestamptz,
	answered_by text check (answered_by in ('customer', 'officer')),
	constraint asks_a_set_or_an_own_question check ((question_set is null) <> (question is null)),
	constraint ended_has_a_time check ((state = 'open') = (ended_at is null)),
	constraint answered_has_answers check (state <> 'answered' or answers is not null),
	constraint answers_have_a_time_and_an_author check ((answers is null) = (answered_at is null)
		and (answers is null) = (answered_by is null))
);
create index asking_by_request on requests.asking (request_id, asked_at);
create index asking_by_move on requests.asking (moved_by) where moved_by is not null;
create index asking_by_going_on on requests.asking (went_on_by) where went_on_by is not null;
create unique index a_set_is_asked_once_at_a_time on requests.asking (request_id, question_set) where state = 'open';

create table requests.opinion (
	id uuid primary key,
	request_id uuid not null references requests.request,
	entry_id uuid not null references requests.entry,
	-- Which of the definition's opinions.
	kind text not null,
	name text not null check (name <> ''),
	email text not null check (email <> ''),
	-- What the officer added for them.
	words text not null default '',
	asked_by uuid not null references staff.officer,
	asked_at timestamptz not null,
	until timestamptz not null,
	-- Of the link, which stands in the message alone.
	token_hash bytea not null unique check (octet_length(token_hash) = 32),
	held jsonb not null default '{}',
	opened_at timestamptz,
	withdrawn_at timestamptz
);
create index opinion_by_request on requests.opinion (request_id, asked_at);

-- What they said by it, each time. Nothing here is ever changed.
create table requests.opinion_reply (
	id uuid primary key,
	opinion_id uuid not null references requests.opinion,
	entry_id uuid not null references requests.entry,
	at timestamptz not null,
	answers jsonb not null,
	moved_to text
);
create index reply_by_opinion on requests.opinion_reply (opinion_id, at);
