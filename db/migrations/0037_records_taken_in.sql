-- When a customer's own record last changed, so that the Citizen Index can follow it.
create or replace view customers.customer_view as
	select id, kind, name, name_key, email, email_key, phone, phone_key, preferred_channel, email_bounced_at, created_at,
		changed_at
	from customers.customer;

-- How far the records of customers ('front-door') and of sources have been taken into the Citizen Index: all that changed
-- before is in it.
create table records.mark (
	of text primary key,
	at timestamptz not null
);
