import { validate as isId } from "uuid";
import { sql } from "kysely";
import type { OfficerContext } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { record } from "../../../platform/events/index.ts";
import { isRefusal, NotFound, refuse, type Refusal } from "../../../platform/refusal/index.ts";
import type { Answers } from "../../forms/index.ts";
import { type FilledIn, filledInFiles, fillIn } from "../actions/fillIn.ts";
import { type Held, hold } from "../actions/hold.ts";
import { save } from "../actions/save.ts";
import { aboutRequest, subjectOf } from "../actions/work.ts";
import { taskEnded, taskGiven } from "../events.ts";
import { written } from "../rules/written.ts";
import { give } from "./give.ts";
import { mayEnd, tasksToGive } from "./rules.ts";
import type { TaskRun } from "./run.ts";

/** An officer gives a task of the definition that is not open already. */
export async function giveTask(ctx: OfficerContext, reference: string, taskId: string) {
	return ctx.house.db.transaction().execute(async (tx) => {
		const held = await hold(tx, ctx, reference);
		if (held.closedAt !== null) return refuse("not-open");
		const task = tasksToGive(held.service, held.tasks).find(({ id }) => id === taskId);
		if (!task) return refuse("task-needed");
		const entryId = await save(tx, ctx, held, { kind: "task-given", task: task.id });
		await give(tx, ctx, { ...held, entryId }, [task]);
		await record(
			tx,
			ctx,
			{ action: "request.task-given", subject: subjectOf(held), after: { task: task.id } },
			{ event: taskGiven, subject: held.id, data: { ...aboutRequest(held, entryId), task: task.id } },
		);
		return { reference: held.reference, entryId };
	});
}

/**
 * A task is done, with what it asks. It overwrites nothing, so it is taken whatever happened to the request meanwhile, and
 * after closing too; of two officers who end it at once, the second is refused.
 */
export async function completeTask(
	ctx: OfficerContext,
	of: { reference: string; id: string },
	done: { note?: string; filledIn?: FilledIn; kept?: Answers },
) {
	const note = written(done.note, "note");
	if (isRefusal(note)) return note;
	return end(ctx, of, "done", (held, { task }) => {
		const answers = fillIn(ctx, held.service.asks.tasks.get(task), done.filledIn ?? {}, done.kept);
		return isRefusal(answers) ? answers : { note, answers, files: filledInFiles(answers) };
	});
}

/** A task is not to be done after all, for a reason. */
export async function setTaskAside(
	ctx: OfficerContext,
	of: { reference: string; id: string },
	typed: string | undefined,
) {
	const reason = written(typed, "reason");
	if (isRefusal(reason)) return reason;
	if (reason === "") return refuse("reason-needed");
	return end(ctx, of, "set-aside", () => ({ note: reason, answers: undefined, files: [] }));
}

type Said = { note: string; answers: Answers | undefined; files: string[] };
type Unanswered = Extract<ReturnType<typeof fillIn>, Refusal>;

async function end(
	ctx: OfficerContext,
	{ reference, id }: { reference: string; id: string },
	ending: "done" | "set-aside",
	say: (held: Held, task: TaskRun) => Said | Unanswered,
) {
	return ctx.house.db.transaction().execute(async (tx) => {
		const held = await hold(tx, ctx, reference);
		const task = isId(id) ? held.tasks.find((one) => one.id === id) : undefined;
		if (!task) throw new NotFound("There is no such task.");
		if (task.endedAt !== null) return refuse("task-ended");
		if (!mayEnd(ctx.actor.roles, task)) return refuse("not-your-role", { by: task.role === null ? [] : [task.role] });
		const said = say(held, task);
		return isRefusal(said) ? said : saveEnd(tx, ctx, held, task, ending, said);
	});
}

async function saveEnd(
	tx: Handle,
	ctx: OfficerContext,
	held: Held,
	{ id, task }: TaskRun,
	ending: "done" | "set-aside",
	said: Said,
) {
	const entryId = await save(tx, ctx, held, {
		kind: ending === "done" ? "task-done" : "task-set-aside",
		task,
		...said,
	});
	await sql`update requests.task set ended_at = ${ctx.now}, ended_entry = ${entryId}, ending = ${ending}
		where id = ${id}`.execute(tx);
	await record(
		tx,
		ctx,
		{ action: `request.task-${ending}`, subject: subjectOf(held), after: { task } },
		{ event: taskEnded, subject: held.id, data: { ...aboutRequest(held, entryId), task, ending } },
	);
	return { reference: held.reference, entryId };
}
