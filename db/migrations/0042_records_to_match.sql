-- Which records are still to be compared with the others: those that came or changed since they last were. Seen from the
-- records themselves, so that nothing is forgotten when a process dies half-way.
alter table records.record add column matched_at timestamptz;
create index record_to_match on records.record (taken_in_at, id) where matched_at is null;

-- Records that share these are compared too.
create index record_by_street on records.record (street, house) where street is not null;

-- Sources are read on from a turn, and not from a time.
alter table records.mark drop column at;
alter table records.mark add column until text not null;

create index model_by_time on records.model (learnt_at desc);
