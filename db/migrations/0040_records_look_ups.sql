-- Which records a look-up opened, since records are linked and parted again: each customer is told of every look at a record of
-- theirs, whoever it was linked with at the time. What stands out in it, for whoever looks through look-ups.
alter table records.look_up
	add column record_ids uuid[] not null default '{}',
	add column flags text[] not null default '{}';
create index look_up_by_record on records.look_up using gin (record_ids);
create index look_up_to_review on records.look_up (sampled_at desc, id desc) where sampled_at is not null;

-- What a customer said of themselves was compared with what is recorded, without either being shown or kept.
create table records.asked (
	id uuid primary key,
	look_up_id uuid not null references records.look_up,
	field text not null,
	answer text not null check (answer in ('yes', 'no', 'cannot-say')),
	at timestamptz not null
);
create index asked_by_look_up on records.asked (look_up_id, at);
