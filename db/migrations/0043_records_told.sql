-- What the customer is told of a look-up stays as it was true then: the purpose in the words it had, and whether a law kept it from
-- them, whatever the pack says later.
alter table records.look_up
	add column purpose_name text not null default '',
	add column told boolean not null default true;

-- Of how many look-ups of a day some were drawn for review. A day is drawn once.
create table records.look_up_day (
	day date primary key,
	look_ups integer not null,
	drawn integer not null,
	drawn_at timestamptz not null
);
