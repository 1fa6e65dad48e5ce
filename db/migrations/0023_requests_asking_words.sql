-- An officer says with a question set what it is about this time, such as which paper is missing.
alter table requests.asking drop constraint asks_a_set_or_an_own_question;
alter table requests.asking add constraint asks_a_set_or_in_own_words check (question_set is not null or question is not null);
