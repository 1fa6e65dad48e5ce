-- What must be done differently for a customer, and who is what to whom. A need says what to do and never why.
create table customers.need (
	id uuid primary key,
	customer_id uuid not null references customers.customer,
	-- The code of the need in the pack.
	code text not null,
	-- What the code leaves open, such as the language; never a diagnosis.
	detail text not null default '',
	said_by text not null check (said_by in ('customer', 'officer', 'register')),
	noted_at timestamptz not null,
	noted_by text,
	noted_by_name text not null,
	-- Asked again from this day on.
	review_on date not null,
	until_day date,
	ended_at timestamptz,
	ended_by_name text,
	ended_why text,
	constraint ended_for_a_reason check ((ended_at is null) = (ended_why is null))
);
create unique index one_live_need on customers.need (customer_id, code, detail) where ended_at is null;

-- One customer is something to another: a carer, a representative, somebody who works for a business.
create table customers.relationship (
	id uuid primary key,
	-- Who is something, and to whom.
	from_id uuid not null references customers.customer,
	to_id uuid not null references customers.customer,
	kind text not null check (kind in ('carer', 'parent', 'representative', 'appointee', 'attorney', 'deputy', 'works-for', 'owner')),
	-- What they may do for them: ask, tell, change, be paid.
	scope text[] not null default '{}',
	-- What was seen that shows it, such as a letter of authority.
	evidence text not null,
	from_day date not null,
	until_day date,
	noted_at timestamptz not null,
	noted_by text,
	noted_by_name text not null,
	ended_at timestamptz,
	ended_by_name text,
	ended_why text,
	constraint between_two check (from_id <> to_id),
	constraint ended_for_a_reason check ((ended_at is null) = (ended_why is null))
);
create unique index one_live_relationship on customers.relationship (from_id, to_id, kind) where ended_at is null;
create index relationship_by_other on customers.relationship (to_id) where ended_at is null;
create index customer_by_change on customers.customer (changed_at, id);
