import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import type { Context } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { record } from "../../../platform/events/index.ts";
import { NotFound, refuse } from "../../../platform/refusal/index.ts";
import { type Answers, filesIn } from "../../forms/index.ts";
import { goOn } from "../actions/goOn.ts";
import { type Held, hold } from "../actions/hold.ts";
import { save } from "../actions/save.ts";
import { aboutRequest, subjectOf } from "../actions/work.ts";
import { informationAdded } from "../events.ts";
import { noteOf, openAnswers } from "../sheet/sheet.ts";
import { type AskedFor, type Asking, askedFor } from "./asking.ts";
import { kept } from "./ask.ts";
import { customerAnswered } from "./events.ts";
import { byItself } from "./itself.ts";
import { askingOf } from "./queries.ts";
import { answerCounts, onceAnswered } from "./rules.ts";

/** Keeps what was answered so far, while it is still asked. */
export async function holdAnswers(ctx: Context, id: string, answers: Answers): Promise<void> {
	await sql`update requests.asking set held = ${JSON.stringify(answers)} where id = ${id} and state = 'open'`.execute(
		ctx.house.db,
	);
}

/**
 * The customer answers, or an officer for them. In time it stands as the answer and the request goes on; after that what they
 * say is kept as information that was added. The same answers again are one answer. Refused with `not-open` when the request
 * is closed. Throws `NotFound`.
 */
export async function answerQuestion(ctx: Context, reference: string, id: string, answers: Answers) {
	return ctx.house.db.transaction().execute(async (tx) => {
		const held = await hold(tx, ctx, reference);
		const asking = await askingOf(tx, held.id, id);
		if (!asking) throw new NotFound("This was not asked.");
		const isAgain = asking.answers !== null && isDeepStrictEqual(asking.answers, answers);
		if (isAgain) return { reference, counts: "in-time" as const };
		const counts = answerCounts(asking, held);
		if (counts === "closed") return refuse("not-open");
		const asked = askedFor(held.service, asking);
		if (counts === "in-time") await take(tx, ctx, held, asking, asked, answers);
		else await add(tx, ctx, held, asking, asked, answers);
		return { reference, counts };
	});
}

async function take(tx: Handle, ctx: Context, held: Held, asking: Asking, asked: AskedFor, answers: Answers) {
	const note = noteOf(asked.form, answers);
	const entryId = await save(tx, ctx, held, {
		kind: "answered",
		note,
		files: filesIn(answers).map(({ fileId }) => fileId),
	});
	const stage = onceAnswered(held.service, asked, asking, held);
	const wentOn = stage && (await goOn(tx, byItself(ctx), held, stage, kept(held, stage)));
	await sql`update requests.asking set state = 'answered', ended_at = ${ctx.now}, answers = ${JSON.stringify(answers)},
			answered_at = ${ctx.now}, answered_by = ${authorOf(ctx)}, held = '{}', went_on_by = ${wentOn?.entryId ?? null}
		where id = ${asking.id}`.execute(tx);
	await record(
		tx,
		ctx,
		{
			action: "request.customer-answered",
			subject: subjectOf(held),
			after: { asking: asking.id, by: authorOf(ctx), ...(stage && wentOn ? { stage: stage.id } : {}) },
		},
		{ event: customerAnswered, subject: held.id, data: { ...aboutRequest(held, entryId), askingId: asking.id } },
	);
}

/** Too late to be the answer; the first that came stays with the question all the same, sealed where it was asked so. */
async function add(tx: Handle, ctx: Context, held: Held, asking: Asking, asked: AskedFor, answers: Answers) {
	const note = `${asked.name}\n${noteOf(asked.form, answers)}`;
	// A second late answer stands nowhere with its question, so what it brought under seal would lie open among the photos.
	const kept = filesIn(asking.answers === null ? answers : openAnswers(asked.form, answers));
	const entryId = await save(tx, ctx, held, {
		kind: "added",
		note,
		files: kept.map(({ fileId }) => fileId),
	});
	await sql`update requests.asking set answers = ${JSON.stringify(answers)}, answered_at = ${ctx.now},
			answered_by = ${authorOf(ctx)}, held = '{}'
		where id = ${asking.id} and answers is null`.execute(tx);
	await record(
		tx,
		ctx,
		{ action: "request.information-added", subject: subjectOf(held), after: { asking: asking.id, late: true } },
		{ event: informationAdded, subject: held.id, data: aboutRequest(held, entryId) },
	);
}

function authorOf({ actor }: Context): "customer" | "officer" {
	return actor.kind === "officer" ? "officer" : "customer";
}
