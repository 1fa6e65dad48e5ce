import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { type Context, visitor } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { record } from "../../../platform/events/index.ts";
import { NotFound, refuse } from "../../../platform/refusal/index.ts";
import { type Answers, filesIn } from "../../forms/index.ts";
import { type Stage, stageOf, whereNow } from "../../services/index.ts";
import { goOn } from "../actions/goOn.ts";
import { type Held, hold } from "../actions/hold.ts";
import { save } from "../actions/save.ts";
import { aboutRequest, subjectOf } from "../actions/work.ts";
import { kept } from "../asking/ask.ts";
import { noteOf } from "../sheet/sheet.ts";
import { opinionGiven } from "./events.ts";
import { linkState, type OpinionAsked, opinionOf } from "./opinion.ts";
import { type Linked, opinionById } from "./queries.ts";

/** The work of whoever holds the link: in the timeline under their name, in the ledger under the link's id. */
export function byLink(ctx: Context, { id, name }: OpinionAsked, kindName: string): Context {
	return { ...ctx, actor: { ...visitor, id, name: `${name}, ${kindName}` } };
}

/** Keeps what was answered so far. */
export async function holdReply(ctx: Context, id: string, answers: Answers): Promise<void> {
	await sql`update requests.opinion set held = ${JSON.stringify(answers)} where id = ${id} and withdrawn_at is null`.execute(
		ctx.house.db,
	);
}

/**
 * Takes a reply in, and moves the request where its answers say, the opinion allows and no task comes first. The same reply again is one reply.
 * Refused with `not-open` when the link is answered, withdrawn or over, or the request closed.
 */
export async function reply(ctx: Context, { reference, opinion: { id } }: Linked, given: Answers) {
	return ctx.house.db.transaction().execute(async (tx) => {
		const held = await hold(tx, ctx, reference);
		const asked = await opinionById(tx, held.id, id);
		if (!asked) throw new NotFound("This was not asked.");
		const { opinion, form } = opinionOf(held.service, asked.kind);
		if (isDeepStrictEqual(asked.replies.at(-1)?.answers, given)) return { reference };
		if (linkState(asked, { opinion, form }, held, ctx.now) !== "open") return refuse("not-open");
		const speaker = byLink(ctx, asked, opinion.name);
		const entryId = await save(tx, speaker, held, {
			kind: "opinion-given",
			note: noteOf(form, given),
			files: filesIn(given).map(({ fileId }) => fileId),
		});
		const to = stageIn(held, opinion.moves, given);
		const stage = to && (await goOn(tx, speaker, held, to, kept(held, to))) ? to : undefined;
		await keep(tx, speaker, { id, entryId, given, stage });
		await record(
			tx,
			speaker,
			{
				action: "request.opinion-given",
				subject: subjectOf(held),
				after: { opinion: id, ...(stage ? { stage: stage.id } : {}) },
			},
			{ event: opinionGiven, subject: held.id, data: { ...aboutRequest(held, entryId), opinionId: id } },
		);
		return { reference };
	});
}

/** Where the reply moves the request: only to a stage the opinion names, and not to where it is. */
function stageIn(held: Held, moves: readonly string[], given: Answers): Stage | undefined {
	const to = given[whereNow.id];
	return typeof to === "string" && moves.includes(to) && to !== held.stage ? stageOf(held.service, to) : undefined;
}

type Kept = { id: string; entryId: string; given: Answers; stage: Stage | undefined };

async function keep(tx: Handle, ctx: Context, { id, entryId, given, stage }: Kept): Promise<void> {
	await sql`with emptied as (update requests.opinion set held = '{}' where id = ${id})
		insert into requests.opinion_reply (id, opinion_id, entry_id, at, answers, moved_to)
		values (${newId()}, ${id}, ${entryId}, ${ctx.now}, ${JSON.stringify(given)}, ${stage?.id ?? null})`.execute(tx);
}
