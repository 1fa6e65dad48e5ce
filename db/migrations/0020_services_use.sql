-- How often each service was used in the last thirty days, so that the home page shows what people really come for. Counted anew
-- in the background from the requests and the forms that were begun: the home page itself counts nothing.
create table services.use (
	service_id text primary key,
	times integer not null check (times >= 0),
	counted_at timestamptz not null
);
