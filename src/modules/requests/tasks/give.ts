import { sql } from "kysely";
import { v7 as newId } from "uuid";
import type { Context } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import type { Service, TaskDefinition } from "../../services/index.ts";
import { taskTimes } from "./rules.ts";

/** The request that tasks are given for, and the line of its timeline that gives them. */
export type GivenFor = { id: string; reference: string; service: Service; teamId: string; entryId: string };

/** Writes the tasks, in the transaction of what gives them. One that is open already stays as it is. */
export async function give(
	tx: Handle,
	ctx: Context,
	{ id, reference, service, teamId, entryId }: GivenFor,
	tasks: readonly TaskDefinition[],
): Promise<void> {
	if (tasks.length === 0) return;
	const rows = tasks.map((task) => {
		const { warnAt, dueAt } = taskTimes(task, ctx.now);
		const team = { team_id: task.team ?? teamId, follows: task.team === undefined };
		return { id: newId(), task: task.id, ...team, role: task.role ?? null, warn_at: warnAt, due_at: dueAt };
	});
	await sql`insert into requests.task (id, request_id, task, team_id, follows, role, confidential_reference, given_at,
			warn_at, due_at, given_entry)
		select given.id, ${id}::uuid, given.task, given.team_id, given.follows, given.role,
			${service.definition.confidential ? reference : null}, ${ctx.now}::timestamptz, given.warn_at,
			given.due_at, ${entryId}::uuid
		from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, task text, team_id text, follows boolean,
			role text, warn_at timestamptz, due_at timestamptz)
		on conflict (request_id, task) where ended_at is null do nothing`.execute(tx);
}

/** Tasks of the request's own team go with it. */
export async function handOverTasks(tx: Handle, requestId: string, team: string): Promise<void> {
	await sql`update requests.task set team_id = ${team}
		where request_id = ${requestId} and follows and ended_at is null`.execute(tx);
}
