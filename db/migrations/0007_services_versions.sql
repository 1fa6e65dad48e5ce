-- Every definition that was ever live. A request lives on the version it began with.
create schema services;

create table services.version (
	service_id text not null check (service_id ~ '^[a-z][a-z0-9-]*$'),
	version integer not null check (version > 0),
	hash bytea not null,
	definition jsonb not null,
	published_at timestamptz not null,
	primary key (service_id, version),
	constraint same_definition_once_in_a_row unique (service_id, version, hash)
);
