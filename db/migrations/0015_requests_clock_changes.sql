-- A clock may be paused, started again and made longer, where a law allows it. What a run is due by is worked out anew each
-- time, and each line here keeps what it was before: nobody can lose the date that a customer was told.
alter table requests.clock
	add column paused_at timestamptz,
	add constraint a_stopped_clock_is_not_paused check (stopped_at is null or paused_at is null);

-- Kept beside the date it stands in for, so that the queue reads no clocks.
alter table requests.request
	add column paused boolean not null default false,
	add constraint what_is_paused_is_not_due check (not paused or due_at is null);

create table requests.clock_change (
	request_id uuid not null,
	clock text not null,
	run integer not null,
	-- Its place in the run's history.
	turn integer not null check (turn > 0),
	-- The line of the timeline that made it: when, and who.
	entry_id uuid not null references requests.entry,
	kind text not null check (kind in ('paused', 'resumed', 'extended', 'restarted')),
	-- The stage that paused or restarted it, or the id of the extension.
	reason text not null,
	-- How much longer, in the unit of the clock.
	longer integer check (longer > 0),
	because text not null,
	law text not null,
	due_before timestamptz not null,
	-- Null while nobody can say: it is paused, or another run took its place.
	due_after timestamptz,
	primary key (request_id, clock, run, turn),
	foreign key (request_id, clock, run) references requests.clock,
	constraint only_an_extension_is_longer check ((kind = 'extended') = (longer is not null)),
	constraint a_due_date_is_known_when_it_runs check ((kind in ('resumed', 'extended')) = (due_after is not null))
);
create index clock_change_by_entry on requests.clock_change (entry_id);
