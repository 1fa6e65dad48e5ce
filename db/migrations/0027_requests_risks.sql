-- The risks that a request's answers mean (risks.yaml), so that officers see them at once, and the number of the thing it is
-- about, so that the next person who reports the same lamp post is told that it is known.
alter table requests.request
	add column risks text[] not null default '{}',
	add column asset text;
create index open_by_asset on requests.request (service_id, asset) where asset is not null and closed_at is null;
create index open_by_property on requests.request (service_id, uprn) where uprn is not null and closed_at is null;
