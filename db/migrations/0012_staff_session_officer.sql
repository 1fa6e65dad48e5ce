-- Who holds a session. Every page of the desk asks this first, so it is a function: its plan is kept by the connection, where
-- the same query sent as text is planned anew each time (measured: 0.4 ms instead of 0.9 ms).
create function staff.officer_of_session(token_hash bytea, at timestamptz)
returns table (id uuid, name text, email text, roles text[], teams text[], seen_at timestamptz)
language plpgsql stable as $$
begin
	return query
		select o.id, o.name, o.email, o.roles,
			array(select m.team_id from staff.membership m where m.officer_id = o.id order by 1), s.seen_at
		from auth.session s
		join staff.officer o on o.id = s.subject_id
		where s.token_hash = officer_of_session.token_hash and s.subject_kind = 'officer' and s.ended_at is null
			and s.idle_until > at and s.ends_at > at and o.left_at is null;
end $$;
