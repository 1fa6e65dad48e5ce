/** What an officer does with pairs of records that may be of one customer. */
import { z } from "zod";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { type Answer, deskRoute, redirect, type Route } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { addressOf, doneShape, filterOf, type ListAsked, listShape } from "./asked.ts";
import { judgePair, protectable } from "./judge.ts";
import { pairsRoute } from "./list.routes.ts";
import { pairById } from "./pair.ts";
import { onePairPage } from "./pairPage.ts";
import { precisionRoute } from "./precision.routes.ts";
import { pairPage, placeOf } from "./queue.ts";
import { verdicts } from "./rules/verdict.ts";
import type { doneWords } from "./words.ts";

const params = z.object({ id: z.uuid() });
const may = "records.review";
const one = (value: unknown) => (Array.isArray(value) ? value[0] : value);
/** What was typed is shown again however long it is; how long it may be, the action says. */
const text = z
	.preprocess(one, z.string())
	.catch("")
	.transform((words) => words.slice(0, 20_000));

export const pairRoutes: readonly Route[] = [
	pairsRoute,
	precisionRoute,
	deskRoute({
		method: "GET",
		path: "/desk/pairs/:id",
		may,
		params,
		query: z.object({ ...listShape, done: doneShape }),
		handle: (ctx, { params: { id }, query: { done, ...asked }, visit }) => onePairPage(ctx, { id, asked, visit, done }),
	}),
	deskRoute({
		method: "POST",
		path: "/desk/pairs/:id/opinions",
		may,
		params,
		form: z.object({
			...listShape,
			verdict: text,
			why: text,
			seen: z.preprocess(one, z.coerce.number().int().min(0).max(1_000)).catch(0),
			protects: z.preprocess(one, z.enum(protectable)).catch("both"),
		}),
		async handle(ctx, { params: { id }, form: { verdict, why, seen, protects, ...asked }, visit }) {
			const page = { id, asked, visit, typed: { verdict, why, protects } };
			const chosen = verdicts.find((known) => known === verdict);
			if (chosen === undefined) return onePairPage(ctx, { ...page, refusal: "verdict-needed" });
			const judged = await judgePair(ctx, id, { verdict: chosen, why, seen, protects });
			if (isRefusal(judged)) return onePairPage(ctx, { ...page, refusal: judged });
			return nextPair(ctx, id, asked, judged.state);
		},
	}),
];

/** The next pair of the list that the officer came by, else its first, else the list itself, which is empty by now. */
async function nextPair(
	ctx: OfficerContext,
	id: string,
	asked: ListAsked,
	done: keyof typeof doneWords,
): Promise<Answer> {
	const { db } = ctx.house;
	const at = await placeAfter(ctx, id, asked);
	const list = filterOf(asked);
	const from = at && { after: at };
	const { rows } = await pairPage(db, ctx.actor.id, list, from, { size: 1 });
	const first = rows.length > 0 ? rows : (await pairPage(db, ctx.actor.id, list, undefined, { size: 1 })).rows;
	const [next] = first;
	return redirect(
		next ? addressOf(`/desk/pairs/${next.id}`, asked, { done }) : addressOf("/desk/pairs", asked, { done }),
	);
}

/** A pair that has just been kept from matching is no longer to be found; the list then begins anew. */
async function placeAfter(ctx: OfficerContext, id: string, asked: ListAsked) {
	const pair = await pairById(ctx.house.db, id);
	return pair && placeOf(pair, asked);
}
