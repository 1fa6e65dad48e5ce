-- What officers must do for a request beside moving it: given by entering a stage, by an automation or by an officer, and ended
-- by being done or set aside. What it is called and asks is in the definition that the request lives on.
create table requests.task (
	id uuid primary key,
	request_id uuid not null references requests.request,
	task text not null,
	team_id text not null references staff.team,
	-- It is the request's own team's, so it goes with the request when that is handed over.
	follows boolean not null,
	-- Of a confidential request its reference: a team that has something to do for it may know of it. Kept here too, so that
	-- every query that asks what an officer may know of reads a short index and no requests.
	confidential_reference text,
	-- Only officers of this role end it.
	role text,
	given_at timestamptz not null,
	warn_at timestamptz not null,
	due_at timestamptz not null,
	-- The line of the timeline that gave it, and the one that ended it, with who, why and what was filled in.
	given_entry uuid not null references requests.entry,
	ended_at timestamptz,
	ended_entry uuid references requests.entry,
	ending text check (ending in ('done', 'set-aside')),
	constraint ended_says_how check ((ended_at is null) = (ending is null) and (ended_at is null) = (ended_entry is null))
);
create unique index each_task_is_open_once on requests.task (request_id, task) where ended_at is null;
create index task_by_request on requests.task (request_id, given_at, id);
-- The list of tasks: what runs out first comes first.
create index open_task_by_due on requests.task (due_at, id) where ended_at is null;
create index open_task_by_team on requests.task (team_id, due_at, id) where ended_at is null;
create index confided_to_team on requests.task (team_id) include (confidential_reference)
	where ended_at is null and confidential_reference is not null;

-- Which task of its definition a line of the timeline gave or ended.
alter table requests.entry add column task text;
