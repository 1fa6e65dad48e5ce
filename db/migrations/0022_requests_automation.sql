-- What happened by itself: once for each visit of a stage, however often its job runs. A visit begins with the line of the
-- timeline that brought the request there.
create table requests.automation_run (
	visit uuid not null references requests.entry,
	automation text not null,
	request_id uuid not null references requests.request,
	at timestamptz not null,
	primary key (visit, automation)
);
create index automation_run_by_request on requests.automation_run (request_id);
