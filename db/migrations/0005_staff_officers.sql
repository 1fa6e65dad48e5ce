-- Officers, the teams that work requests, and who belongs to which. Teams come from the pack; roles are words the pack explains.
create schema staff;

create table staff.team (
	id text primary key check (id ~ '^[a-z][a-z0-9-]*$'),
	name text not null,
	email text,
	phone text,
	tier smallint not null check (tier between 0 and 3),
	retired_at timestamptz
);

create table staff.officer (
	id uuid primary key,
	email text not null,
	name text not null check (name <> ''),
	roles text[] not null default '{}',
	password_hash text,
	-- Made by us and told by someone else: its owner is asked to choose another.
	password_is_first boolean not null default false,
	-- Sealed with the deployment's secret; null until the officer has set up a one-time code.
	code_secret bytea,
	-- The last code used, so that one seen over a shoulder cannot be used again.
	code_used_step bigint,
	openid_issuer text,
	openid_subject text,
	created_at timestamptz not null,
	left_at timestamptz,
	constraint openid_has_both check ((openid_issuer is null) = (openid_subject is null)),
	constraint email_is_lower_case check (email = lower(email))
);
create unique index officer_by_email on staff.officer (email);
create unique index officer_by_openid on staff.officer (openid_issuer, openid_subject);

create table staff.membership (
	officer_id uuid not null references staff.officer,
	team_id text not null references staff.team,
	primary key (officer_id, team_id)
);
create index membership_by_team on staff.membership (team_id);

create view staff.team_view as
	select id, name, email, phone, tier, retired_at from staff.team;

create view staff.officer_view as
	select o.id, o.email, o.name, o.roles, o.left_at,
		array(select m.team_id from staff.membership m where m.officer_id = o.id order by 1) as teams
	from staff.officer o;
