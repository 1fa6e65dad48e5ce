import type { Context, OfficerContext } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { record } from "../../../platform/events/index.ts";
import { isRefusal, refuse } from "../../../platform/refusal/index.ts";
import { requestReopened } from "../events.ts";
import { isKeptFrom, reopenings, reopenTo } from "../rules/moves.ts";
import { written } from "../rules/written.ts";
import { arrive } from "./arrive.ts";
import { type Held, hold } from "./hold.ts";
import { save } from "./save.ts";
import { aboutRequest, clocksOnReopening, type Seen, subjectOf, work } from "./work.ts";

/** An officer opens it again; the reason is for colleagues. */
export async function reopenRequest(ctx: OfficerContext, seen: Seen, typed: string) {
	const reason = written(typed, "reason");
	if (isRefusal(reason)) return reason;
	if (reason === "") return refuse("reason-needed");
	return work(ctx, seen, (tx, held) => reopen(tx, ctx, held, reason, []));
}

/** The customer says that it is not put right: it goes back to its team, with what they say and the photos they send. */
export async function sayNotFixed(ctx: Context, reference: string, typed: string, files: readonly string[]) {
	const reason = written(typed, "reason");
	if (isRefusal(reason)) return reason;
	if (reason === "") return refuse("reason-needed");
	return ctx.house.db
		.transaction()
		.execute(async (tx) => reopen(tx, ctx, await hold(tx, ctx, reference), reason, files));
}

/** `update` when another system says so for the customer. */
export async function reopen(
	tx: Handle,
	ctx: Context,
	held: Held,
	note: string,
	files: readonly string[],
	update?: { clientId: string; id: string },
) {
	const stage = reopenTo(held.service, held, ctx.now, reopenings(held.happened));
	if (isRefusal(stage)) return stage;
	const { officerId, service } = held;
	const keeps = officerId === null || !isKeptFrom(service, held, stage.id, officerId);
	const entryId = await save(tx, ctx, held, {
		kind: "reopened",
		stage,
		clocks: clocksOnReopening(ctx, held, stage),
		note,
		files,
		...(update ? { update } : {}),
		...(keeps ? {} : { officerId: null }),
	});
	await arrive(tx, ctx, { ...held, stage, entryId });
	await record(
		tx,
		ctx,
		{
			action: "request.reopened",
			subject: subjectOf(held),
			before: { stage: held.stage, outcome: held.outcome },
			after: { stage: stage.id },
		},
		{
			event: requestReopened,
			subject: held.id,
			data: { ...aboutRequest(held, entryId), publicFrom: held.publicStage },
		},
	);
	return { reference: held.reference, entryId };
}
