-- Whose database this is. One council is one controller of its data: another's pack must never be run on it by mistake.
create table platform.council (
	id text primary key,
	is_the_one boolean not null default true unique check (is_the_one)
);
