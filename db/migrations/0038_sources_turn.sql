-- Records that changed are read on from a mark, by the turn at which each changed. A time would not do: of two that are
-- written at once, the one that began first may be the last to be seen, and whoever read on meanwhile would never meet it.
create sequence sources.turn;
alter table sources.record add column turn bigint not null default nextval('sources.turn');
create unique index record_by_turn on sources.record (turn);
drop index sources.record_by_change;

-- Where in its file a record stood: what a second line of the same number is told, and what lineage shows.
alter table sources.record add column line integer;

-- A line with a fault stays when its import is over, so that whoever mends it need not look for it in the file.
alter table sources.line add column left_out boolean not null default false;
alter table sources.line add column key text;

-- Two files of one source would take turns at the same records.
create unique index one_runs_at_a_time on sources.import (source) where state = 'running';
create index import_to_sweep on sources.import (state, staged_at);
