-- Which other systems may send which source's records: a key that reports potholes must not write who owes council tax.
create table sources.sender (
	source text not null,
	-- The system that holds a key, and its name when it was let.
	client_id uuid not null,
	client_name text not null,
	since timestamptz not null,
	by_name text not null,
	primary key (source, client_id)
);
