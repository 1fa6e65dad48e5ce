import type { OfficerContext } from "../../../platform/context/index.ts";
import { record } from "../../../platform/events/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { requestClosed } from "../events.ts";
import { closeWith, mayWork } from "../rules/moves.ts";
import { written } from "../rules/written.ts";
import { save } from "./save.ts";
import { aboutRequest, clocksOnEntering, type Seen, subjectOf, work } from "./work.ts";

export type Closure = { outcome: string; message?: string; note?: string };

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
		const { stage, outcome } = end;
		const entryId = await save(tx, ctx, held, {
			kind: "closed",
			stage,
			outcome: outcome.id,
			clocks: clocksOnEntering(ctx, held, stage),
			words: message,
			note,
		});
		await record(
			tx,
			ctx,
			{
				action: "request.closed",
				subject: subjectOf(held),
				before: { stage: held.stage },
				after: { stage: stage.id, outcome: outcome.id },
			},
			{
				event: requestClosed,
				subject: held.id,
				data: { ...aboutRequest(held, entryId), outcome: outcome.id },
			},
		);
		return { reference: held.reference, entryId };
	});
}
