-- What officers have asked for themselves, such as a change of where their pay goes: found by who made it, without looking through
-- every request.
create index entry_received_by on requests.entry (actor_id, at desc) where kind = 'received' and actor_kind = 'officer';
