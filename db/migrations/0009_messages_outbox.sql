-- Everything the council sends. A message is written in the action's transaction and sent by a job, once.
create schema messages;

create table messages.message (
	id uuid primary key,
	channel text not null check (channel in ('email', 'text', 'letter')),
	customer_id uuid references customers.customer,
	recipient_name text not null default '',
	-- The email address or telephone number; the postal address for a letter.
	recipient text not null,
	template text not null,
	subject text not null default '',
	body text not null,
	-- What it is about, so that a page can show its messages.
	about_kind text not null,
	about_id text not null,
	-- What people call it, such as a request's reference.
	about_name text not null default '',
	-- About a confidential request: read only by officers who may read what is sealed.
	confidential boolean not null default false,
	-- The same occasion never makes a second message.
	occasion text not null unique,
	status text not null default 'waiting'
		check (status in ('waiting', 'sending', 'sent', 'bounced', 'failed', 'unsure')),
	attempts integer not null default 0,
	created_at timestamptz not null,
	tried_at timestamptz,
	sent_at timestamptz,
	carrier text,
	carrier_id text,
	problem text,
	constraint sent_has_a_time check ((status = 'sent') = (sent_at is not null))
);
create index message_by_subject on messages.message (about_kind, about_id, created_at);
create index message_by_time on messages.message (created_at desc, id desc);
create index message_by_status on messages.message (status, created_at desc, id desc);
create index message_under_way on messages.message (tried_at) where status = 'sending';
-- How many messages an address had lately.
create index message_by_recipient on messages.message (lower(recipient), created_at);
create index message_by_customer on messages.message (customer_id, created_at);

create view messages.message_view as
	select id, channel, customer_id, recipient_name, recipient, template, subject, body, about_kind, about_id, about_name, confidential, status,
		attempts, created_at, sent_at, carrier, problem
	from messages.message;
