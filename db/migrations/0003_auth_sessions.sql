-- Signed-in sessions, which can be taken back at any moment, and the counting that slows guessing down.
create schema auth;

create table auth.session (
	token_hash bytea primary key check (octet_length(token_hash) = 32),
	subject_kind text not null check (subject_kind in ('officer', 'customer')),
	subject_id uuid not null,
	method text not null check (method in ('password-and-code', 'openid')),
	started_at timestamptz not null,
	seen_at timestamptz not null,
	idle_until timestamptz not null,
	ends_at timestamptz not null,
	ended_at timestamptz,
	agent text
);
create index session_by_subject on auth.session (subject_kind, subject_id);
create index session_by_end on auth.session (ends_at);

-- One row for each account or address that failed lately; key is a hash, so that no address is kept readable.
create table auth.throttle (
	key bytea primary key,
	failures integer not null check (failures >= 0),
	first_at timestamptz not null,
	last_at timestamptz not null,
	blocked_until timestamptz
);
create index throttle_by_last on auth.throttle (last_at);

-- Half-done sign-ins: the password was right and the code is awaited, or an OpenID provider is being visited.
create table auth.challenge (
	token_hash bytea primary key check (octet_length(token_hash) = 32),
	kind text not null check (kind in ('code', 'enrol', 'openid')),
	subject_id uuid,
	data jsonb not null,
	attempts integer not null default 0,
	started_at timestamptz not null,
	ends_at timestamptz not null
);
create index challenge_by_end on auth.challenge (ends_at);
