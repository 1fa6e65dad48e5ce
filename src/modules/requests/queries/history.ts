/** What happened to a request and how its clocks ran, read as JSON beside other things in one round trip. */
import { type RawBuilder, sql } from "kysely";
import type { Answers } from "../../forms/index.ts";
import type { EntryKind } from "../entry.ts";
import type { Change, ClockRun } from "../rules/clocks.ts";

/** A line of the timeline. `words` the customer may read, `note` only the council (and whoever added it). */
export type Entry = {
	readonly id: string;
	readonly revision: number;
	readonly at: Date;
	readonly kind: EntryKind;
	readonly actorKind: "officer" | "customer" | "client" | "system";
	readonly actorId: string | null;
	readonly actorName: string;
	readonly fromStage: string;
	readonly toStage: string | null;
	readonly fromTeam: string | null;
	readonly toTeam: string | null;
	readonly toOfficer: string | null;
	readonly toOfficerName: string | null;
	readonly outcome: string | null;
	readonly words: string | null;
	readonly note: string | null;
	/** What the officer filled in; some of it may be sealed. */
	readonly answers: Answers | null;
	readonly task: string | null;
};

type InJson<T> = { [Name in keyof T]: Date extends T[Name] ? Exclude<T[Name], Date> | string : T[Name] };
export type ClockJson = InJson<Omit<ClockRun, "changes">> & { changes: InJson<Change>[] };
export type EntryJson = InJson<Entry>;

/** What happened to the run `c`, in order. */
const changesJson = sql`(select coalesce(json_agg(json_build_object('kind', h.kind, 'at', e.at, 'who', e.actor_name,
		'reason', h.reason, 'by', h.longer, 'because', h.because, 'law', h.law, 'dueBefore', h.due_before,
		'dueAfter', h.due_after) order by h.turn), '[]')
	from requests.clock_change h join requests.entry e on e.id = h.entry_id
	where h.request_id = c.request_id and h.clock = c.clock and h.run = c.run)`;

/** `[{clock, run, …}]` of the request with this id, in the order they started. */
export function clocksJson(requestId: RawBuilder<unknown>): RawBuilder<ClockJson[]> {
	return sql`(select coalesce(json_agg(json_build_object('clock', c.clock, 'run', c.run, 'startedAt', c.started_at,
			'warnAt', c.warn_at, 'dueAt', c.due_at, 'stoppedAt', c.stopped_at, 'pausedAt', c.paused_at, 'words', c.words,
			'changes', ${changesJson}) order by c.started_at, c.clock, c.run), '[]')
		from requests.clock c where c.request_id = ${requestId})`;
}

/** `[{id, revision, …}]` of the request with this id, in the order they happened. */
export function entriesJson(requestId: RawBuilder<unknown>): RawBuilder<EntryJson[]> {
	return sql`(select coalesce(json_agg(json_build_object('id', e.id, 'revision', e.revision, 'at', e.at, 'kind', e.kind,
			'actorKind', e.actor_kind, 'actorId', e.actor_id, 'actorName', e.actor_name, 'fromStage', e.from_stage,
			'toStage', e.to_stage, 'fromTeam', e.from_team, 'toTeam', e.to_team, 'toOfficer', e.to_officer,
			'toOfficerName', o.name, 'outcome', e.outcome, 'words', e.words, 'note', e.note, 'answers', e.answers, 'task', e.task) order by e.revision), '[]')
		from requests.entry e left join staff.officer_view o on o.id = e.to_officer where e.request_id = ${requestId})`;
}

export function readClocks(json: readonly ClockJson[]): ClockRun[] {
	return json.map((run) => ({
		...run,
		startedAt: new Date(run.startedAt),
		warnAt: new Date(run.warnAt),
		dueAt: new Date(run.dueAt),
		stoppedAt: momentOf(run.stoppedAt),
		pausedAt: momentOf(run.pausedAt),
		changes: run.changes.map((change) => ({
			...change,
			at: new Date(change.at),
			dueBefore: new Date(change.dueBefore),
			dueAfter: momentOf(change.dueAfter),
		})),
	}));
}

function momentOf(written: string | null): Date | null {
	return written === null ? null : new Date(written);
}

export function readEntries(json: readonly EntryJson[]): Entry[] {
	return json.map((entry) => ({ ...entry, at: new Date(entry.at) }));
}
