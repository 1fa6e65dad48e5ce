-- Most messages are kept as long as what they are about. One about something that is soon forgotten is forgotten with it.
alter table messages.message add column kept_until timestamptz;
create index message_by_end on messages.message (kept_until) where kept_until is not null;
