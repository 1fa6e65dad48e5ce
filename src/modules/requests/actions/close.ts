import type { Context, OfficerContext } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { record } from "../../../platform/events/index.ts";
import { isRefusal, refuse } from "../../../platform/refusal/index.ts";
import type { Answers } from "../../forms/index.ts";
import { requestClosed } from "../events.ts";
import { closeWith, type End, isFor, mayWork } from "../rules/moves.ts";
import { written } from "../rules/written.ts";
import { undoneBefore } from "../tasks/rules.ts";
import { arrive } from "./arrive.ts";
import { type FilledIn, filledInFiles, fillIn } from "./fillIn.ts";
import type { Held } from "./hold.ts";
import { type Said, save } from "./save.ts";
import { aboutRequest, clocksOnEntering, type Seen, subjectOf, work, type Worked } from "./work.ts";

export type Closure = { outcome: string; message?: string; note?: string; filledIn?: FilledIn; kept?: Answers };

/** Ends it with an outcome, and with a message to the customer where the outcome needs one. */
export async function closeRequest(ctx: OfficerContext, seen: Seen, closure: Closure) {
	const message = written(closure.message, "message");
	if (isRefusal(message)) return message;
	const note = written(closure.note, "note");
	if (isRefusal(note)) return note;
	return work(ctx, seen, async (tx, held) => {
		const allowed = mayWork(held.service, held, ctx.actor.id);
		if (isRefusal(allowed)) return allowed;
		const end = closeWith(held.service, held, closure.outcome, message);
		if (isRefusal(end)) return end;
		if (!isFor(ctx.actor.roles, end.outcome)) return refuse("not-your-role", { by: end.outcome.by ?? [] });
		const undone = undoneBefore(held.service, held.tasks, end.stage);
		if (undone.length > 0) return refuse("tasks-first", { tasks: undone.map(({ name }) => name) });
		const answers = fillIn(ctx, held.service.asks.outcomes.get(end.outcome.id), closure.filledIn ?? {}, closure.kept);
		if (isRefusal(answers)) return answers;
		return endWith(tx, ctx, held, end, { note, words: message, answers, files: filledInFiles(answers) });
	});
}

/** Saves and announces that it has ended, whoever says so. */
export async function endWith(tx: Handle, ctx: Context, held: Held, end: End, change: Said): Promise<Worked> {
	const { stage, outcome } = end;
	const clocks = clocksOnEntering(ctx, held, stage, change.answers);
	const entryId = await save(tx, ctx, held, { kind: "closed", stage, outcome: outcome.id, clocks, ...change });
	await arrive(tx, ctx, { ...held, stage, entryId, filledIn: change.answers });
	await record(
		tx,
		ctx,
		{
			action: "request.closed",
			subject: subjectOf(held),
			before: { stage: held.stage },
			after: { stage: stage.id, outcome: outcome.id },
		},
		{ event: requestClosed, subject: held.id, data: { ...aboutRequest(held, entryId), outcome: outcome.id } },
	);
	return { reference: held.reference, entryId };
}
