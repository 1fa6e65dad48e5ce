-- The words by which officers find a customer: names with what they are short for, and the address. `simple`, since names and
-- streets are no language.
alter table records.record add column words tsvector not null generated always as (to_tsvector('simple',
	coalesce(given, '') || ' ' || coalesce(root, '') || ' ' || coalesce(surname, '') || ' ' || coalesce(surname_first, '') || ' ' ||
	coalesce(surname_last, '') || ' ' || coalesce(organisation, '') || ' ' || coalesce(house, '') || ' ' ||
	coalesce(street, '') || ' ' || coalesce(town, ''))) stored;
create index record_by_words on records.record using gin (words) with (fastupdate = off);
create index record_by_birth on records.record (born) where born is not null;

-- What was chosen of a customer and has ended is still told.
create index chosen_by_record on records.chosen (record_id, at desc);
