-- Who said each answer and when, as the draft knew it. Empty for requests from before this was noted.
alter table requests.request
	add column sources jsonb not null default '{}',
	add constraint sources_are_by_question check (jsonb_typeof(sources) = 'object');
