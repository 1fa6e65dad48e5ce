import type { Context } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import type { Answers } from "../../forms/index.ts";
import type { Service, Stage } from "../../services/index.ts";
import { schedule } from "../automation/schedule.ts";
import { give } from "../tasks/give.ts";
import { tasksOn } from "../tasks/rules.ts";
import type { TaskRun } from "../tasks/run.ts";

/** A request that has just come to a stage by a line of its timeline. */
export type Arrival = {
	readonly id: string;
	readonly reference: string;
	readonly service: Service;
	readonly answers: Answers;
	readonly teamId: string;
	readonly stage: Stage;
	readonly entryId: string;
	/** What was given before. */
	readonly tasks: readonly TaskRun[];
};

/** What its definition gives officers to do there, and what it does there by itself. Part of every transaction in which a request comes to a stage. */
export async function arrive(tx: Handle, ctx: Context, arrival: Arrival): Promise<void> {
	const { service, answers, stage, tasks } = arrival;
	await give(tx, ctx, arrival, tasksOn(service, stage.id, answers, tasks));
	await schedule(tx, ctx, arrival);
}
