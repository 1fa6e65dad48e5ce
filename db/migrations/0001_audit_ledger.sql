-- Who did or read what, when and why, kept so that a later change to it is found.
-- Entries are written inside the action's own transaction. A sealer links them into a hash chain moments
-- later, in the order their transactions ended, so that actions never wait for each other (decision 0004).
create schema audit;

create table audit.entry (
	id bigint generated always as identity primary key,
	transaction xid8 not null default pg_current_xact_id(),
	at timestamptz not null,
	actor_kind text not null check (actor_kind in ('officer', 'customer', 'client', 'system')),
	actor_id text,
	actor_name text not null,
	action text not null,
	subject_kind text not null,
	subject_id text not null,
	purpose text,
	correlation text not null,
	before jsonb,
	after jsonb
);
create index entry_by_subject on audit.entry (subject_kind, subject_id, id);
create index entry_by_actor on audit.entry (actor_id, id);
create index entry_by_transaction on audit.entry (transaction, id);

create table audit.link (
	position bigint primary key,
	entry_id bigint not null unique references audit.entry,
	hash bytea not null check (octet_length(hash) = 32)
);

create table audit.head (
	sole boolean primary key default true check (sole),
	position bigint not null,
	hash bytea not null,
	sealed_before xid8 not null
);
insert into audit.head (position, hash, sealed_before) values (0, sha256('front door'::bytea), '0');

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
	raise exception 'the audit ledger is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger entry_is_append_only before update or delete or truncate on audit.entry
	for each statement execute function audit.refuse_change();
create trigger link_is_append_only before update or delete or truncate on audit.link
	for each statement execute function audit.refuse_change();

create function audit.digest(previous bytea, e audit.entry) returns bytea language sql stable as $$
	select sha256(previous || convert_to(jsonb_build_array(
		e.id, extract(epoch from e.at)::text, e.actor_kind, e.actor_id, e.actor_name, e.action,
		e.subject_kind, e.subject_id, e.purpose, e.correlation, e.before, e.after)::text, 'UTF8'))
$$;

-- Links every entry whose transaction has surely ended. Answers how many it linked. Safe to call at once from anywhere.
create function audit.seal() returns bigint language plpgsql as $$
declare
	h audit.head;
	e audit.entry;
	upto xid8 := pg_snapshot_xmin(pg_current_snapshot());
	linked bigint := 0;
	restored boolean;
begin
	select * into h from audit.head for update;
	upto := pg_snapshot_xmin(pg_current_snapshot());
	-- A database restored into a new server starts counting transactions again.
	restored := h.sealed_before > pg_snapshot_xmax(pg_current_snapshot());
	for e in
		select entry.* from audit.entry
		where case when restored
			then not exists (select from audit.link where link.entry_id = entry.id)
			else entry.transaction >= h.sealed_before and entry.transaction < upto end
		order by entry.transaction, entry.id
	loop
		h.position := h.position + 1;
		h.hash := audit.digest(h.hash, e);
		insert into audit.link (position, entry_id, hash) values (h.position, e.id, h.hash);
		linked := linked + 1;
	end loop;
	if linked > 0 or restored or upto > h.sealed_before then
		update audit.head set position = h.position, hash = h.hash, sealed_before = upto where sole;
	end if;
	return linked;
end $$;
