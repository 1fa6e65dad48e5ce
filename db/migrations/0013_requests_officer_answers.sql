-- What an officer filled in with a step, by the ids of the questions its definition asks. Whoever reads a line of the timeline
-- reads of it what is not sealed to them.
alter table requests.entry add column answers jsonb;

-- What may happen to a request grows with the language of services. The program says which kinds there are, and writes no others.
alter table requests.entry drop constraint entry_kind_check;
alter table requests.entry add constraint entry_kind_check check (kind ~ '^[a-z]+(-[a-z]+)*$');
