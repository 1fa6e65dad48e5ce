-- Pairs are judged in the order of how sure they are or of how long they wait, whatever they wait for: one index for each.
drop index records.pair_to_judge;
create index pair_by_weight on records.pair (weight desc, id desc) where settled_at is null;
create index pair_by_time on records.pair (date_trunc('milliseconds', found_at, 'UTC'), id) where settled_at is null;
create index pair_by_end on records.pair (date_trunc('milliseconds', settled_at, 'UTC') desc, id desc)
	where settled_at is not null;

-- What is still to be looked through for a customer.
create index to_look_through_by_record on records.to_look_through (record_id) where done_at is null;

-- Few records are kept from matching, and every list of pairs leaves theirs out.
create index record_kept_from_matching on records.record (head_id) where restricted;
