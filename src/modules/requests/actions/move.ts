import type { Actor, Context, OfficerContext } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { record } from "../../../platform/events/index.ts";
import { isRefusal, refuse } from "../../../platform/refusal/index.ts";
import type { Answers } from "../../forms/index.ts";
import type { Stage } from "../../services/index.ts";
import { requestMoved } from "../events.ts";
import { isKeptFrom, mayWork, moveTo } from "../rules/moves.ts";
import { written } from "../rules/written.ts";
import { undoneBefore } from "../tasks/rules.ts";
import { arrive } from "./arrive.ts";
import { type FilledIn, filledInFiles, fillIn } from "./fillIn.ts";
import type { Held } from "./hold.ts";
import { type Said, save } from "./save.ts";
import { aboutRequest, clocksOnEntering, type Seen, subjectOf, work, type Worked } from "./work.ts";

/** `note` is for colleagues, `message` for the customer; either may be empty. `kept` are files that were added to what is filled in. */
export type Move = { to: string; note?: string; message?: string; filledIn?: FilledIn; kept?: Answers };

/** Moves it to another stage; closing is not a move. Its owner keeps it unless the new stage is for another officer. */
export async function moveRequest(ctx: OfficerContext, seen: Seen, move: Move) {
	const note = written(move.note, "note");
	if (isRefusal(note)) return note;
	const message = written(move.message, "message");
	if (isRefusal(message)) return message;
	return work(ctx, seen, async (tx, held) => {
		const allowed = mayWork(held.service, held, ctx.actor.id);
		if (isRefusal(allowed)) return allowed;
		const stage = moveTo(held.service, held, move.to, ctx.actor.roles);
		if (isRefusal(stage)) return stage;
		const undone = undoneBefore(held.service, held.tasks, stage);
		if (undone.length > 0) return refuse("tasks-first", { tasks: undone.map(({ name }) => name) });
		const answers = fillIn(ctx, held.service.asks.stages.get(stage.id), move.filledIn ?? {}, move.kept);
		if (isRefusal(answers)) return answers;
		return enter(tx, ctx, held, stage, { note, words: message, answers, files: filledInFiles(answers) });
	});
}

/** Saves and announces that it has come to a stage, whoever says so: an officer, a contractor's system or the definition. */
export async function enter(tx: Handle, ctx: Context, held: Held, stage: Stage, change: Said): Promise<Worked> {
	const clocks = clocksOnEntering(ctx, held, stage, change.answers);
	const kept = keptBy(held, stage.id, ctx.actor) ? {} : { officerId: null };
	const entryId = await save(tx, ctx, held, { kind: "moved", stage, clocks, ...kept, ...change });
	await arrive(tx, ctx, { ...held, stage, entryId, filledIn: change.answers });
	await record(
		tx,
		ctx,
		{ action: "request.moved", subject: subjectOf(held), before: { stage: held.stage }, after: { stage: stage.id } },
		{
			event: requestMoved,
			subject: held.id,
			data: {
				...aboutRequest(held, entryId),
				from: held.stage,
				to: stage.id,
				publicFrom: held.publicStage,
				publicTo: stage.public,
			},
		},
	);
	return { reference: held.reference, entryId };
}

type Owned = Parameters<typeof isKeptFrom>[1] & { service: Parameters<typeof isKeptFrom>[0]; officerId: string | null };

/** Whether its owner may still own it there. An officer who moves it has by that worked the stage it leaves. */
function keptBy(held: Owned, to: string, mover: Actor): boolean {
	const { officerId, service, stage } = held;
	if (officerId === null) return true;
	const there = new Set([...(held.workedBy.get(stage) ?? []), ...(mover.kind === "officer" ? [mover.id] : [])]);
	const workedBy = new Map([...held.workedBy, [stage, there]]);
	return !isKeptFrom(service, { ...held, workedBy }, to, officerId);
}
