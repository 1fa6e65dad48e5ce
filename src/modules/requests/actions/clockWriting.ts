import { type RawBuilder, sql } from "kysely";
import type { Clocks } from "../rules/clocks.ts";

/** Writes what became of the clocks, as further parts of the statement that writes the entry. One update for each run. */
export function clockWriting(requestId: string, entryId: string, clocks: Clocks): RawBuilder<unknown> {
	const { changed, started, changes } = clocks;
	return sql`${
		changed.length === 0
			? sql``
			: sql`, changed as (
			update requests.clock c set warn_at = n."warnAt", due_at = n."dueAt", stopped_at = n."stoppedAt",
				paused_at = n."pausedAt"
			from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as n (clock text, run int, "warnAt" timestamptz,
				"dueAt" timestamptz, "stoppedAt" timestamptz, "pausedAt" timestamptz)
			where c.request_id = ${requestId} and c.clock = n.clock and c.run = n.run
		)`
	}${
		started.length === 0
			? sql``
			: sql`, started as (
			insert into requests.clock (request_id, clock, run, started_at, warn_at, due_at, paused_at, words)
			select ${requestId}::uuid, n.clock, n.run, n."startedAt", n."warnAt", n."dueAt", n."pausedAt", n.words
			from jsonb_to_recordset(${JSON.stringify(started)}::jsonb) as n (clock text, run int,
				"startedAt" timestamptz, "warnAt" timestamptz, "dueAt" timestamptz, "pausedAt" timestamptz, words text)
		)`
	}${
		changes.length === 0
			? sql``
			: sql`, changes as (
			insert into requests.clock_change (request_id, clock, run, turn, entry_id, kind, reason, longer, because, law,
				due_before, due_after)
			select ${requestId}::uuid, n.clock, n.run, n.turn, ${entryId}::uuid, n.kind, n.reason, n.by, n.because, n.law,
				n."dueBefore", n."dueAfter"
			from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as n (clock text, run int, turn int, kind text,
				reason text, by int, because text, law text, "dueBefore" timestamptz, "dueAfter" timestamptz)
		)`
	}`;
}
