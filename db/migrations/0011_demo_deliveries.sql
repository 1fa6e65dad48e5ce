-- What the demonstration's carriers “delivered”, so that it can be read. Nothing here ever left the house.
create schema demo;

create table demo.delivery (
	message_id uuid primary key,
	channel text not null check (channel in ('email', 'text', 'letter')),
	recipient_name text not null,
	recipient text not null,
	subject text not null default '',
	text text not null,
	html text,
	delivered_at timestamptz not null
);
