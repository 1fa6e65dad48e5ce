import { sql } from "kysely";
import { z } from "zod";
import type { Context } from "../../../platform/context/index.ts";
import type { Tx } from "../../../platform/db/connect.ts";
import { record } from "../../../platform/events/index.ts";
import type { Job } from "../../../platform/jobs/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { endWith } from "../actions/close.ts";
import { goOn, heldUpBy, standStill } from "../actions/goOn.ts";
import { type Held, hold } from "../actions/hold.ts";
import { save } from "../actions/save.ts";
import { aboutRequest, subjectOf } from "../actions/work.ts";
import { newsOf } from "../hears/news.ts";
import { write } from "../hears/tell.ts";
import { closeWith } from "../rules/moves.ts";
import { byWhen } from "../rules/promise.ts";
import { kept } from "./ask.ts";
import { type AskedFor, type Asking, askedFor } from "./asking.ts";
import { customerDidNotAnswer } from "./events.ts";
import { askingOf, referenceOfAsking } from "./queries.ts";
import { type Ending, onceOver } from "./rules.ts";

const payload = z.object({ id: z.uuid() });

/** Goes on by itself when the time is over and nobody answered. What it decides it looks at under the request's lock, each time. */
export const endJob: Job<{ id: string }> = {
	name: "end a question that nobody answered",
	payload,
	run: (ctx, { id }) =>
		atAsking(ctx, id, async (tx, held, asking) => {
			const asked = askedFor(held.service, asking);
			const ending = onceOver(held.service, asked, asking, held, ctx.now);
			if (ending.kind === "nothing") return;
			const state = ending.kind === "lapsed" ? "lapsed" : "unanswered";
			await sql`update requests.asking set state = ${state}, ended_at = ${ctx.now} where id = ${asking.id}`.execute(tx);
			if (ending.kind !== "lapsed") await endUnanswered(tx, ctx, held, asking, asked, ending);
		}),
};

/** Reminds the customer once; the occasion is one, however often the job runs. */
export const remindJob: Job<{ id: string }> = {
	name: "remind of a question",
	payload,
	run: (ctx, { id }) =>
		atAsking(ctx, id, async (tx, held, asking) => {
			if (asking.state !== "open" || held.closedAt !== null || ctx.now >= asking.until) return;
			const { say } = askedFor(held.service, asking);
			const words = asking.questionSet === null ? (asking.question ?? say) : say;
			const news = await newsOf(tx, held.id, null);
			if (!news?.customer) return;
			const said = { template: "question-reminder", words, more: { until: byWhen(asking.until) } } as const;
			const occasion = `${asking.id}:reminder`;
			await write(tx, ctx, { news, service: held.service, said, to: news.customer, occasion });
		}),
};

async function atAsking(
	ctx: Context,
	id: string,
	act: (tx: Tx, held: Held, asking: Asking) => Promise<void>,
): Promise<void> {
	const reference = await referenceOfAsking(ctx.house.db, id);
	if (reference === undefined) return;
	await ctx.house.db.transaction().execute(async (tx) => {
		const held = await hold(tx, ctx, reference);
		const asking = await askingOf(tx, held.id, id);
		if (asking) await act(tx, held, asking);
	});
}

type Over = Exclude<Ending, { kind: "nothing" | "lapsed" }>;

async function endUnanswered(tx: Tx, ctx: Context, held: Held, asking: Asking, asked: AskedFor, ending: Over) {
	const entryId = await save(tx, ctx, held, {
		kind: "unanswered",
		note: `${asked.name}: asked on ${byWhen(asking.askedAt)}.`,
		...(ending.kind === "stays" ? { words: ending.words } : {}),
		...(ending.kind === "closes" ? {} : { news: true }),
	});
	await record(
		tx,
		ctx,
		{ action: "request.customer-did-not-answer", subject: subjectOf(held), after: { asking: asking.id } },
		{ event: customerDidNotAnswer, subject: held.id, data: { ...aboutRequest(held, entryId), askingId: asking.id } },
	);
	if (ending.kind === "moves") {
		await goOn(tx, ctx, held, ending.stage, { words: ending.words, ...kept(held, ending.stage) });
	}
	if (ending.kind === "closes") await closeUnanswered(tx, ctx, held, ending);
}

async function closeUnanswered(
	tx: Tx,
	ctx: Context,
	held: Held,
	{ outcome, words }: Extract<Over, { kind: "closes" }>,
) {
	const end = closeWith(held.service, held, outcome.id, words);
	const why = isRefusal(end) ? "From this stage it cannot" : heldUpBy(held, end.stage);
	if (isRefusal(end) || why !== undefined) {
		return standStill(tx, ctx, held, `It should have closed as “${outcome.name}”. ${why}.`);
	}
	await endWith(tx, ctx, held, end, { words });
}
