import { type RawBuilder, sql } from "kysely";

/** A task that was given for a request. */
export type TaskRun = {
	readonly id: string;
	/** Of the definition. */
	readonly task: string;
	readonly teamId: string;
	readonly role: string | null;
	readonly givenAt: Date;
	readonly warnAt: Date;
	readonly dueAt: Date;
	/** The line of the timeline that gave it. */
	readonly givenEntry: string;
	readonly endedAt: Date | null;
	readonly ending: "done" | "set-aside" | null;
};

export type TaskJson = Omit<TaskRun, "givenAt" | "warnAt" | "dueAt" | "endedAt"> & {
	givenAt: string;
	warnAt: string;
	dueAt: string;
	endedAt: string | null;
};

/** `[{id, task, …}]` of the request with this id, in the order they were given. */
export function tasksJson(requestId: RawBuilder<unknown>): RawBuilder<TaskJson[]> {
	return sql`(select coalesce(json_agg(json_build_object('id', k.id, 'task', k.task, 'teamId', k.team_id, 'role', k.role,
			'givenAt', k.given_at, 'warnAt', k.warn_at, 'dueAt', k.due_at, 'givenEntry', k.given_entry,
			'endedAt', k.ended_at, 'ending', k.ending) order by k.given_at, k.id), '[]')
		from requests.task k where k.request_id = ${requestId})`;
}

export function readTasks(json: readonly TaskJson[]): TaskRun[] {
	return json.map((one) => ({
		...one,
		givenAt: new Date(one.givenAt),
		warnAt: new Date(one.warnAt),
		dueAt: new Date(one.dueAt),
		endedAt: one.endedAt === null ? null : new Date(one.endedAt),
	}));
}
