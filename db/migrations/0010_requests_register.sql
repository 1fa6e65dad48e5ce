-- One promise to one customer about one service, and all that happened to it.
create schema requests;

create table requests.client (
	id uuid primary key,
	name text not null check (name <> ''),
	key_hash bytea not null unique check (octet_length(key_hash) = 32),
	-- A contractor's system, whose updates move requests. The updates of an app that residents report with are only heard.
	works boolean not null default false,
	created_at timestamptz not null,
	revoked_at timestamptz
);

create table requests.request (
	id uuid primary key,
	reference text not null unique check (reference ~ '^[A-Z]+-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
	service_id text not null,
	service_version integer not null,
	stage text not null,
	public_stage text not null check (public_stage in ('received', 'forwarded', 'planned', 'acted-on', 'closed')),
	tier smallint not null check (tier between 0 and 3),
	team_id text not null references staff.team,
	officer_id uuid references staff.officer,
	customer_id uuid references customers.customer,
	channel text not null check (channel in ('web', 'desk', 'phone', 'open311', 'email', 'kiosk')),
	client_id uuid references requests.client,
	-- The sender's own number for it, so that the same report sent twice is one request.
	client_reference text,
	urgent boolean not null default false,
	-- Whether open data and other residents may see that it exists and where.
	is_public boolean not null,
	-- Whether only the team that has it now may know of it, and officers who may read what is sealed.
	confidential boolean not null default false,
	summary text not null,
	description text not null default '',
	answers jsonb not null,
	latitude double precision,
	longitude double precision,
	address text,
	postcode text,
	uprn text,
	ward text,
	received_at timestamptz not null,
	changed_at timestamptz not null,
	closed_at timestamptz,
	-- Of the clock that runs out first: when it is marked as running out, and when it has. Null when none runs.
	warn_at timestamptz,
	due_at timestamptz,
	-- When the customer last said something that no officer has acted on since.
	news_at timestamptz,
	outcome text,
	-- Raised by every change; a change made on an older one is refused.
	revision integer not null default 1,
	link_salt bytea not null,
	search tsvector not null generated always as (
		setweight(to_tsvector('simple', reference), 'A') ||
		setweight(to_tsvector('english', summary), 'B') ||
		setweight(to_tsvector('english', coalesce(address, '') || ' ' || coalesce(postcode, '')), 'C') ||
		setweight(to_tsvector('english', description), 'D')) stored,
	foreign key (service_id, service_version) references services.version,
	constraint confidential_is_never_public check (not (confidential and is_public)),
	constraint place_has_both_coordinates check ((latitude is null) = (longitude is null)),
	constraint closed_has_an_outcome check ((public_stage = 'closed') = (outcome is not null)),
	constraint closed_has_a_time check ((public_stage = 'closed') = (closed_at is not null)),
	constraint a_client_sends_a_report_once unique (client_id, client_reference)
);
-- The queue: what runs out first comes first, and what has no clock comes last.
create index open_by_due on requests.request (coalesce(due_at, 'infinity'), id) where closed_at is null;
create index open_by_team on requests.request (team_id, coalesce(due_at, 'infinity'), id) where closed_at is null;
create index open_by_officer on requests.request (officer_id, coalesce(due_at, 'infinity'), id) where closed_at is null;
create index open_by_service on requests.request (service_id, coalesce(due_at, 'infinity'), id) where closed_at is null;
create index open_by_ward on requests.request (ward, coalesce(due_at, 'infinity'), id) where closed_at is null;
create index closed_by_time on requests.request (closed_at desc, id desc) where closed_at is not null;
create index closed_by_team on requests.request (team_id, closed_at desc, id desc) where closed_at is not null;
create index closed_by_service on requests.request (service_id, closed_at desc, id desc) where closed_at is not null;
create index request_by_customer on requests.request (customer_id, received_at desc, id desc) where customer_id is not null;
create index request_by_received on requests.request (received_at desc, id desc);
create index request_by_postcode on requests.request (postcode) where postcode is not null;
create index request_by_place on requests.request using gist (point(longitude, latitude)) where latitude is not null;
-- Without a list of what is still to be put in order, which every search would read through: 3 ms of 4 were spent on it.
create index request_by_words on requests.request using gin (search) with (fastupdate = off);

-- The promise: each clock that ran or runs. Worked out once and never overwritten; a new run is a new row.
create table requests.clock (
	request_id uuid not null references requests.request,
	clock text not null,
	run integer not null check (run > 0),
	started_at timestamptz not null,
	warn_at timestamptz not null,
	due_at timestamptz not null,
	stopped_at timestamptz,
	-- The promise as the customer was told it.
	words text not null,
	primary key (request_id, clock, run),
	constraint starts_before_it_ends check (stopped_at is null or stopped_at >= started_at)
);
create index clock_running on requests.clock (due_at) where stopped_at is null;

-- The timeline. Nothing is ever changed or taken away here.
create table requests.entry (
	id uuid primary key,
	request_id uuid not null references requests.request,
	-- What the request's revision was made by it, so that an officer who was overtaken is told by whom.
	revision integer not null,
	at timestamptz not null,
	kind text not null check (kind in ('received', 'moved', 'taken', 'assigned', 'handed-over', 'note', 'closed',
		'reopened', 'added', 'updated')),
	actor_kind text not null check (actor_kind in ('officer', 'customer', 'client', 'system')),
	actor_id text,
	actor_name text not null,
	-- The stage it was in when this happened, and the one it moved to.
	from_stage text not null,
	to_stage text,
	from_team text,
	to_team text,
	to_officer uuid references staff.officer,
	outcome text,
	-- What the customer may read, and what only the council may.
	words text,
	note text,
	client_id uuid references requests.client,
	client_update_id text,
	constraint a_client_sends_an_update_once unique (client_id, request_id, client_update_id)
);
create index entry_by_request on requests.entry (request_id, at, id);
create index entry_public_by_time on requests.entry (at, id) where words is not null or to_stage is not null;

create table requests.attachment (
	request_id uuid not null references requests.request,
	file_id uuid not null references files.file,
	entry_id uuid not null references requests.entry,
	added_at timestamptz not null,
	added_by text not null check (added_by in ('customer', 'officer', 'client')),
	primary key (request_id, file_id)
);
create index attachment_by_file on requests.attachment (file_id);

-- People who said the same thing and asked to be told.
create table requests.follower (
	request_id uuid not null references requests.request,
	customer_id uuid not null references customers.customer,
	link_salt bytea not null,
	since timestamptz not null,
	stopped_at timestamptz,
	primary key (request_id, customer_id)
);
create index follower_by_customer on requests.follower (customer_id);

-- For services that answer other systems later: a token now, the reference when it is known.
create table requests.token (
	token text primary key,
	request_id uuid not null references requests.request,
	created_at timestamptz not null
);

create view requests.request_view as
	select id, reference, service_id, service_version, stage, public_stage, tier, team_id, officer_id, customer_id,
		channel, urgent, is_public, confidential, summary, address, postcode, ward, latitude, longitude, received_at, changed_at,
		closed_at, warn_at, due_at, outcome
	from requests.request;
