-- Anyone who deals with the council: a person, a business or an organisation.
create schema customers;

create table customers.customer (
	id uuid primary key,
	kind text not null default 'person' check (kind in ('person', 'business', 'organisation')),
	name text not null default '',
	-- The name without case, accents and punctuation, to match and to search by.
	name_key text not null default '',
	-- As typed, and the form it is looked up by: lower case, or E.164.
	email text,
	email_key text,
	phone text,
	phone_key text,
	preferred_channel text check (preferred_channel in ('email', 'text', 'letter')),
	-- Mail to this address came back; nothing more is sent there until it is put right.
	email_bounced_at timestamptz,
	created_at timestamptz not null,
	changed_at timestamptz not null,
	constraint email_has_a_key check ((email is null) = (email_key is null)),
	constraint phone_has_a_key check ((phone is null) = (phone_key is null))
);
create index customer_by_email on customers.customer (email_key, name_key, created_at) where email_key is not null;
create index customer_by_phone on customers.customer (phone_key, name_key, created_at) where phone_key is not null;
-- Without a list of what is still to be put in order, which every search would read through: 3 ms of 4 were spent on it.
create index customer_by_name on customers.customer using gin (to_tsvector('simple', name_key)) with (fastupdate = off);

create view customers.customer_view as
	select id, kind, name, name_key, email, email_key, phone, phone_key, preferred_channel, email_bounced_at, created_at
	from customers.customer;
