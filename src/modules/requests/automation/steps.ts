/** Each thing that may happen by itself. Answers why it cannot, as words for the timeline; undefined when it was done or needs no doing. */
import { audit } from "../../../platform/audit/index.ts";
import type { Context } from "../../../platform/context/index.ts";
import type { Tx } from "../../../platform/db/connect.ts";
import { record } from "../../../platform/events/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { messagesPart } from "../../messages/index.ts";
import { type AutomationStep, stageOf } from "../../services/index.ts";
import { endWith } from "../actions/close.ts";
import { handTo } from "../actions/handOver.ts";
import type { Held } from "../actions/hold.ts";
import { heldUpBy } from "../actions/goOn.ts";
import { enter } from "../actions/move.ts";
import { save } from "../actions/save.ts";
import { aboutRequest, subjectOf } from "../actions/work.ts";
import { askCustomer } from "../asking/ask.ts";
import { taskGiven } from "../events.ts";
import { newsOf } from "../hears/news.ts";
import { stageWords, write } from "../hears/tell.ts";
import { closeWith } from "../rules/moves.ts";
import { give } from "../tasks/give.ts";

type Obstacle = Promise<string | undefined>;

export async function take(tx: Tx, ctx: Context, held: Held, step: AutomationStep, because: string): Obstacle {
	if ("message" in step) return send(tx, ctx, held, step.message, because);
	if ("task" in step) return giveOne(tx, ctx, held, step.task, because);
	if (held.closedAt !== null) return "The request is closed";
	if ("team" in step) return pass(tx, ctx, held, step.team, step.because);
	if ("move" in step) return move(tx, ctx, held, step.move, { note: because, words: step.words ?? "" });
	if ("close" in step) return close(tx, ctx, held, step.close, { note: because, words: step.words });
	const asked = await askCustomer(tx, ctx, held, step.ask, because);
	if (!isRefusal(asked) || asked.code === "asked-already") return undefined;
	return asked.code === "cannot-wait-there" ? asked.details.because : "The question could not be asked";
}

async function send(tx: Tx, ctx: Context, held: Held, template: string, because: string): Obstacle {
	if (messagesPart.of(ctx.house).templates[template] === undefined) return `There is no message “${template}” any more`;
	const news = await newsOf(tx, held.id, null);
	if (!news?.customer) return undefined;
	const occasion = await save(tx, ctx, held, { kind: "messaged", note: because });
	const said = { template, words: stageWords(news, held.service) };
	await write(tx, ctx, { news, service: held.service, said, to: news.customer, occasion });
	await audit(tx, ctx, { action: "request.messaged", subject: subjectOf(held), after: { template } });
	return undefined;
}

async function giveOne(tx: Tx, ctx: Context, held: Held, id: string, because: string): Obstacle {
	const task = held.service.definition.tasks.find((one) => one.id === id);
	if (!task || held.tasks.some((one) => one.task === id && one.endedAt === null)) return undefined;
	const entryId = await save(tx, ctx, held, { kind: "task-given", task: id, note: because });
	await give(tx, ctx, { ...held, entryId }, [task]);
	await record(
		tx,
		ctx,
		{ action: "request.task-given", subject: subjectOf(held), after: { task: id } },
		{ event: taskGiven, subject: held.id, data: { ...aboutRequest(held, entryId), task: id } },
	);
	return undefined;
}

async function pass(tx: Tx, ctx: Context, held: Held, team: string, because: string): Obstacle {
	const passed = await handTo(tx, ctx, held, { team, reason: because });
	return isRefusal(passed) && passed.code !== "same-team" ? "The team is not there any more" : undefined;
}

type Said = { note: string; words: string };

async function move(tx: Tx, ctx: Context, held: Held, to: string, said: Said): Obstacle {
	const stage = stageOf(held.service, to);
	if (!stage || stage.id === held.stage) return undefined;
	const waits = heldUpBy(held, stage);
	if (waits === undefined) await enter(tx, ctx, held, stage, said);
	return waits;
}

async function close(tx: Tx, ctx: Context, held: Held, outcome: string, said: Said): Obstacle {
	const end = closeWith(held.service, held, outcome, said.words);
	if (isRefusal(end)) return "It cannot be closed like that from this stage";
	const waits = heldUpBy(held, end.stage);
	if (waits === undefined) await endWith(tx, ctx, held, end, said);
	return waits;
}
