import type { Context } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import type { Answers } from "../../forms/index.ts";
import type { Service, Stage } from "../../services/index.ts";
import { schedule } from "../automation/schedule.ts";
import { give } from "../tasks/give.ts";
import { tasksOn } from "../tasks/rules.ts";
import type { TaskRun } from "../tasks/run.ts";
import { knownBy } from "../rules/filled.ts";
import type { Held } from "./hold.ts";

/** A request that has just come to a stage by a line of its timeline. */
export type Arrival = {
	readonly id: string;
	readonly reference: string;
	readonly service: Service;
	readonly answers: Answers;
	readonly teamId: string;
	readonly stage: Stage;
	readonly entryId: string;
	/** What happened before, and what an officer filled in to bring it there. */
	readonly happened?: Held["happened"];
	readonly filledIn?: Answers | undefined;
	/** What was given before. */
	readonly tasks: readonly TaskRun[];
};

/** What its definition gives officers to do there, and what it does there by itself. Part of every transaction in which a request comes to a stage. */
export async function arrive(tx: Handle, ctx: Context, arrival: Arrival): Promise<void> {
	const { service, stage, tasks } = arrival;
	const lines = [...(arrival.happened ?? []), { at: ctx.now, answers: arrival.filledIn ?? null }];
	const answers = knownBy(arrival.answers, lines);
	await give(tx, ctx, arrival, tasksOn(service, stage.id, answers, tasks));
	await schedule(tx, ctx, { ...arrival, answers });
}
