-- A changed answer can hide a later question, whose answer is then dropped. The customer is told so before they send, whichever
-- pages they pass on the way there: a list of { question, because: [questions] }.
alter table forms.draft
	add column removed jsonb not null default '[]',
	add constraint removed_is_a_list check (jsonb_typeof(removed) = 'array');
