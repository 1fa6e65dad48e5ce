import { sql } from "kysely";
import { v7 as newId } from "uuid";
import type { Context, OfficerContext } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { record } from "../../../platform/events/index.ts";
import { addJob } from "../../../platform/jobs/index.ts";
import { isRefusal, refuse } from "../../../platform/refusal/index.ts";
import { dueAfter, remindAt, type Stage, stageOf } from "../../services/index.ts";
import { heldUpBy } from "../actions/goOn.ts";
import type { Held } from "../actions/hold.ts";
import { enter } from "../actions/move.ts";
import { save } from "../actions/save.ts";
import { aboutRequest, type Seen, subjectOf, work, type Worked } from "../actions/work.ts";
import { isKeptFrom, mayWork } from "../rules/moves.ts";
import { byWhen } from "../rules/promise.ts";
import { written } from "../rules/written.ts";
import { askedFor } from "./asking.ts";
import { customerAsked } from "./events.ts";
import { endJob, remindJob } from "./jobs.ts";
import { mostDays } from "./rules.ts";

/** What an officer chose: a question set and what they say with it, or with `own` their own question and the days to answer it in. */
export type Question = { set: string; question: string; days: string };

/** The word for an officer's own question, where a question set is chosen. */
export const own = "own";

/** An officer asks the customer. */
export async function askQuestion(ctx: OfficerContext, seen: Seen, asked: Question) {
	const question = written(asked.question, "question");
	if (isRefusal(question)) return question;
	return work(ctx, seen, async (tx, held) => {
		const allowed = mayWork(held.service, held, ctx.actor.id);
		if (isRefusal(allowed)) return allowed;
		if (asked.set !== own) return askCustomer(tx, ctx, held, asked.set, undefined, question);
		const days = Number(asked.days);
		if (question === "") return refuse("question-needed");
		if (!Number.isInteger(days) || days < 1 || days > mostDays) return refuse("days-needed");
		return ask(tx, ctx, held, {
			set: null,
			question,
			until: dueAfter(ctx.now, { days }),
			remind: undefined,
			stage: undefined,
			because: undefined,
		});
	});
}

/**
 * Asks the customer a question set of the service, in the transaction that holds the request. Refused when it has no such set,
 * when the request is closed or may not go where it would wait, and when the same set is being asked already. `because` is for the timeline, where nobody asked;
 * `words` tell the customer what it is about this time.
 */
export async function askCustomer(tx: Handle, ctx: Context, held: Held, set: string, because?: string, words = "") {
	if (held.closedAt !== null) return refuse("not-open");
	const asked = held.service.asksCustomer.get(set)?.set;
	if (!asked) return refuse("no-such-question");
	const until = dueAfter(ctx.now, asked.within);
	const stage = asked.moves === undefined ? undefined : stageOf(held.service, asked.moves);
	const remind = asked.remind === undefined ? undefined : remindAt(until, asked.remind);
	return ask(tx, ctx, held, { set, question: words || null, until, remind, stage, because });
}

type Asks = {
	set: string | null;
	question: string | null;
	until: Date;
	remind: Date | undefined;
	stage: Stage | undefined;
	because: string | undefined;
};

async function ask(
	tx: Handle,
	ctx: Context,
	held: Held,
	{ set, question, until, remind, stage, because: reason }: Asks,
) {
	const asks = await tx
		.selectFrom("requests.asking")
		.select("id")
		.where("request_id", "=", held.id)
		.where("state", "=", "open")
		.where("question_set", "=", set)
		.executeTakeFirst();
	if (asks) return refuse("asked-already");
	const goes = stage && stage.id !== held.stage ? stage : undefined;
	const because = goes && heldUpBy(held, goes);
	if (because !== undefined) return refuse("cannot-wait-there", { because });
	const { name, say, form } = askedFor(held.service, { questionSet: set, question });
	const id = newId();
	const asked = [...form.questions.values()].map((one) => one.ask);
	const entryId = await save(tx, ctx, held, {
		kind: "asked",
		words: [set === null ? "" : say, ...asked.slice(0, set === null ? 1 : undefined)].filter(Boolean).join("\n"),
		note: [reason, name, `To be answered by ${byWhen(until)}`]
			.filter(Boolean)
			.map((one) => `${one}.`)
			.join(" "),
	});
	const moved = goes && (await enter(tx, ctx, held, goes, kept(held, goes)));
	await sql`insert into requests.asking (id, request_id, entry_id, question_set, question, asked_by, asked_at, until,
			waits_in, moved_by)
		values (${id}, ${held.id}, ${entryId}, ${set}, ${question}, ${ctx.actor.kind === "officer" ? ctx.actor.id : null},
			${ctx.now}, ${until}, ${stage?.id ?? held.stage}, ${moved?.entryId ?? null})`.execute(tx);
	await addJob(tx, endJob, { id }, { runAt: until });
	if (remind !== undefined && remind > ctx.now) await addJob(tx, remindJob, { id }, { runAt: remind });
	await record(
		tx,
		ctx,
		{ action: "request.customer-asked", subject: subjectOf(held), after: { asking: id, set, until } },
		{ event: customerAsked, subject: held.id, data: { ...aboutRequest(held, entryId), askingId: id } },
	);
	const worked: Worked = { reference: held.reference, entryId };
	return worked;
}

/** Its owner keeps it where it goes by itself, unless that stage is for another officer. */
export function kept({ officerId, service, ...standing }: Held, stage: Stage): { officerId?: null } {
	return officerId !== null && isKeptFrom(service, standing, stage.id, officerId) ? { officerId: null } : {};
}
