import type { Context } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { record } from "../../../platform/events/index.ts";
import { isRefusal, refuse } from "../../../platform/refusal/index.ts";
import { movesFrom, mustBeAsked, type Stage, type WireStatus, wireStatusOf } from "../../services/index.ts";
import { informationAdded } from "../events.ts";
import { closeWith, type End, isFor, outcomesFor } from "../rules/moves.ts";
import { written } from "../rules/written.ts";
import { undoneBefore } from "../tasks/rules.ts";
import { endWith } from "./close.ts";
import { type Held, hold } from "./hold.ts";
import { enter } from "./move.ts";
import { reopen } from "./reopen.ts";
import { save } from "./save.ts";
import { aboutRequest, subjectOf } from "./work.ts";

export type ClientUpdate = {
	client: { id: string; works: boolean };
	reference: string;
	/** The client's own number for the update: the same again is the same update. */
	updateId: string;
	/** In lower case; `unchanged` and what is left out change nothing. */
	status?: WireStatus | "unchanged" | "reopen";
	description: string;
	files: readonly string[];
};

/**
 * An update from another system. What a reporting app sends is heard like what a customer adds, and opens a request again where
 * a customer could. Of a contractor's system (`works`) the status moves or closes the request, where its service allows that.
 */
export async function applyClientUpdate(ctx: Context, update: ClientUpdate) {
	const text = written(update.description, "description");
	if (isRefusal(text)) return text;
	return ctx.house.db.transaction().execute(async (tx) => {
		const held = await hold(tx, ctx, update.reference);
		const before = await tx
			.selectFrom("requests.entry")
			.select("id")
			.where("client_id", "=", update.client.id)
			.where("request_id", "=", held.id)
			.where("client_update_id", "=", update.updateId)
			.executeTakeFirst();
		if (before) return { reference: held.reference, entryId: before.id, again: true };
		const done = await apply(tx, ctx, held, update, text);
		return isRefusal(done) ? done : { ...done, again: false };
	});
}

async function apply(tx: Handle, ctx: Context, held: Held, update: ClientUpdate, text: string) {
	const { status, client, files } = update;
	const mark = { update: { clientId: client.id, id: update.updateId }, files };
	if (status === "reopen" || (status === "open" && held.publicStage === "closed")) {
		return reopen(tx, ctx, held, text, files, mark.update);
	}
	const next = client.works && status !== undefined && status !== "unchanged" ? nextBy(held, status, text) : undefined;
	if (next && "end" in next) return endWith(tx, ctx, held, next.end, { words: text, ...mark });
	if (next) return enter(tx, ctx, held, next.stage, { words: text, ...mark });
	if (text === "" && files.length === 0 && (status === undefined || status === "unchanged")) {
		return refuse("nothing-added");
	}
	const entryId = await save(tx, ctx, held, { kind: "updated", note: text, ...mark });
	await record(
		tx,
		ctx,
		{ action: "request.information-added", subject: subjectOf(held), after: { status: status ?? null } },
		{ event: informationAdded, subject: held.id, data: aboutRequest(held, entryId) },
	);
	return { reference: held.reference, entryId };
}

/** A system holds no role, and fills nothing in. */
function isForSystems(one: Pick<Stage, "by" | "asks">): boolean {
	return isFor([], one) && !mustBeAsked(one.asks);
}

/** Whether no task has to be done first. */
function isFree(held: Held, stage: Stage): boolean {
	return undoneBefore(held.service, held.tasks, stage).length === 0;
}

/** What a contractor's status means here: nothing when the service has no such stage or outcome to go to. */
function nextBy(held: Held, status: WireStatus, text: string): { stage: Stage } | { end: End } | undefined {
	if (held.closedAt !== null || wireStatusOf(held.service, held.stage, null) === status) return undefined;
	const stage = movesFrom(held.service, held.stage).find(
		(one) => wireStatusOf(held.service, one.id, null) === status && isForSystems(one) && isFree(held, one),
	);
	if (stage) return { stage };
	const outcome = outcomesFor(held.service, held.stage, []).find((one) => one.status === status && isForSystems(one));
	const end = outcome && closeWith(held.service, held, outcome.id, text);
	return end && !isRefusal(end) && isFree(held, end.stage) ? { end } : undefined;
}
