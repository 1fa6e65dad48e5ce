import { sql } from "kysely";
import { validate as isId } from "uuid";
import type { Context, OfficerContext } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { record } from "../../../platform/events/index.ts";
import { NotFound, refuse } from "../../../platform/refusal/index.ts";
import { type Stage, stageOf } from "../../services/index.ts";
import { standStill } from "../actions/goOn.ts";
import { type Held, hold } from "../actions/hold.ts";
import { enter } from "../actions/move.ts";
import { save } from "../actions/save.ts";
import { aboutRequest, subjectOf, type Worked } from "../actions/work.ts";
import { undoneBefore } from "../tasks/rules.ts";
import { kept } from "./ask.ts";
import { askedFor } from "./asking.ts";
import { questionWithdrawn } from "./events.ts";
import { byItself } from "./itself.ts";
import { askingOf } from "./queries.ts";

/**
 * The customer need not answer any more, and is told so. A request that only waits for this goes back to the stage it was taken
 * from to wait, when no task has to be done before that.
 */
export async function withdrawQuestion(ctx: OfficerContext, reference: string, id: string) {
	return ctx.house.db.transaction().execute(async (tx) => {
		const held = await hold(tx, ctx, reference);
		const asking = isId(id) ? await askingOf(tx, held.id, id) : undefined;
		if (!asking) throw new NotFound("This was not asked.");
		if (asking.state !== "open") return refuse("over-already");
		const entryId = await save(tx, ctx, held, {
			kind: "no-longer-asked",
			words: "You do not need to answer our question any more.",
			note: askedFor(held.service, asking).name,
		});
		const back = await cameFrom(tx, held, id);
		const went = back && (await goBack(tx, byItself(ctx), held, back));
		await sql`update requests.asking set state = 'withdrawn', ended_at = ${ctx.now}, went_on_by = ${went?.entryId ?? null}
			where id = ${id}`.execute(tx);
		await record(
			tx,
			ctx,
			{
				action: "request.question-withdrawn",
				subject: subjectOf(held),
				after: { asking: id, ...(went && back ? { stage: back.id } : {}) },
			},
			{ event: questionWithdrawn, subject: held.id, data: { ...aboutRequest(held, entryId), askingId: id } },
		);
		const worked: Worked = { reference: held.reference, entryId };
		return worked;
	});
}

/** The stage it was taken from to wait where it is, when it waits there for no other question. */
async function cameFrom(tx: Handle, held: Held, id: string): Promise<Stage | undefined> {
	const came = held.happened.findLast(({ toStage }) => toStage !== null);
	if (!came || came.kind !== "moved") return undefined;
	const { rows } = await sql<{ toWait: boolean; forAnother: boolean }>`select
			bool_or(moved_by = ${came.id}) is true as "toWait",
			bool_or(id <> ${id} and state = 'open' and waits_in = ${held.stage}) as "forAnother"
		from requests.asking where request_id = ${held.id}`.execute(tx);
	const [waits] = rows;
	return waits?.toWait && !waits.forAnother ? stageOf(held.service, came.fromStage) : undefined;
}

/** It was there before, so the stages that lead there are not asked; a task that was given meanwhile may hold it up. */
async function goBack(tx: Handle, ctx: Context, held: Held, stage: Stage): Promise<Worked | undefined> {
	const [first] = undoneBefore(held.service, held.tasks, stage);
	if (first === undefined) return enter(tx, ctx, held, stage, kept(held, stage));
	await standStill(
		tx,
		ctx,
		held,
		`It should have gone back to “${stage.name}”. The task “${first.name}” has to be done first.`,
	);
	return undefined;
}
