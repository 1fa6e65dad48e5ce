-- Who said each answer, and when: the customer, an officer for them, a register, their account, another system. Beside the answers
-- and not inside them, so that what is asked of an answer stays as it was. What is known of a customer before they are asked stands
-- apart, because it is no answer until somebody has seen it.
alter table forms.draft
	add column sources jsonb not null default '{}',
	add column known jsonb not null default '{}',
	add constraint sources_are_by_question check (jsonb_typeof(sources) = 'object'),
	add constraint known_is_by_question check (jsonb_typeof(known) = 'object');
