import { dueAfter, type Service, type TaskDefinition } from "../../services/index.ts";
import type { TaskRun } from "./run.ts";

type Given = Pick<TaskRun, "task" | "endedAt">;

/** The tasks of a definition that entering a stage gives, those that are still open apart. */
export function tasksOn(
	service: Service,
	stage: string,
	answers: Parameters<Service["tasks"][number]["applies"]>[0],
	given: readonly Given[],
) {
	const open = openIn(given);
	return service.tasks
		.filter(({ task, applies }) => task.on === stage && !open.has(task.id) && applies(answers))
		.map(({ task }) => task);
}

/** The tasks that an officer may give now: those that are not open. */
export function tasksToGive(service: Service, given: readonly Given[]): TaskDefinition[] {
	const open = openIn(given);
	return service.definition.tasks.filter(({ id }) => !open.has(id));
}

function openIn(given: readonly Given[]): ReadonlySet<string> {
	return new Set(given.filter(({ endedAt }) => endedAt === null).map(({ task }) => task));
}

/**
 * The tasks that are still to be done, or set aside, before the request may come to this stage. One that has to be done before
 * any stage has to be done before closing too.
 */
export function undoneBefore(
	service: Service,
	given: readonly Given[],
	stage: { id: string; public: string },
): TaskDefinition[] {
	const open = openIn(given);
	return service.definition.tasks.filter(
		({ id, before }) => open.has(id) && before.length > 0 && (stage.public === "closed" || before.includes(stage.id)),
	);
}

/** A task is marked as running out after the share of its time that a clock of the promise is by default. */
const warnShare = 0.75;

/** When a task that is given at a moment runs out. */
export function taskTimes({ within }: TaskDefinition, at: Date): { warnAt: Date; dueAt: Date } {
	const dueAt = dueAfter(at, within);
	return { dueAt, warnAt: new Date(at.getTime() + warnShare * (dueAt.getTime() - at.getTime())) };
}

/** Whether an officer of these roles may end the task. */
export function mayEnd(roles: readonly string[], { role }: { readonly role?: string | null | undefined }): boolean {
	return role === null || role === undefined || roles.includes(role);
}
