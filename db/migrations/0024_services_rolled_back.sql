-- A version that was brought back stays live until the pack's file changes: what the file said then is kept here by its hash and is
-- not published again at the next start.
create table services.refused_definition (
	service_id text primary key check (service_id ~ '^[a-z][a-z0-9-]*$'),
	hash bytea not null,
	-- The version that was brought back, and the one it became.
	brought_back integer not null check (brought_back > 0),
	became integer not null check (became > brought_back),
	at timestamptz not null,
	by_name text not null check (by_name <> '')
);
