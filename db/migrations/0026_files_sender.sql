-- Who has no account may upload before they send anything, so that one network could fill the disk. What nothing keeps yet is
-- counted by whom it came from: a keyed hash of the network and the day, which says nothing of anybody a day later.
alter table files.file
	add column sender bytea,
	add constraint sender_is_a_hash check (octet_length(sender) = 32);
create index file_by_sender on files.file (sender) include (bytes) where kept_at is null and sender is not null;
