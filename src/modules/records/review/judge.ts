import { v7 as newId } from "uuid";
import { audit } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { isRefusal, NotFound, refuse } from "../../../platform/refusal/index.ts";
import { linkRecords } from "../links/linkRecords.ts";
import { model } from "../matching/known.ts";
import { dropAskedOfTwo } from "../matching/unasked.ts";
import { written } from "../rules/written.ts";
import { holdPair, type Pair } from "./pair.ts";
import { evidenceOf } from "./rules/evidence.ts";
import { isStrong, needsWhy, settledBy, type Verdict } from "./rules/verdict.ts";

/** Which of the two records a verdict of "restricted" keeps from matching. */
export const protectable = ["left", "right", "both"] as const;

export type Judging = {
	verdict: Verdict;
	why: string;
	/** How many opinions the officer saw. */
	seen: number;
	protects: (typeof protectable)[number];
};

/** How a pair is judged: from which probability on one officer is enough, and what asks for two. */
export function weighed(pair: Pick<Pair, "probability" | "reasons">) {
	const evidence = evidenceOf(model(), pair);
	const { alone } = model().thresholds;
	return { evidence, alone, isEnough: isStrong(evidence, alone) };
}

/** One officer's opinion of a pair, and what comes of it: a link, two records kept apart, or a second officer is asked. Twice is once. */
export async function judgePair(ctx: OfficerContext, id: string, judging: Judging) {
	const why = written(judging.why);
	if (isRefusal(why)) return why;
	return ctx.house.db.transaction().execute(async (tx) => {
		const pair = await holdPair(tx, id);
		if (!pair) throw new NotFound("There is no such pair.");
		const own = pair.opinions.find(({ officerId }) => officerId === ctx.actor.id);
		if (own?.verdict === judging.verdict) return { state: pair.state };
		const { opinions } = pair;
		if (pair.settledAt !== null || opinions.length !== judging.seen) return refuse("judged-meanwhile", { opinions });
		if (own) return refuse("judged-already");
		if (pair.heads[0] === pair.heads[1]) return refuse("linked-meanwhile");
		const { evidence, alone, isEnough } = weighed(pair);
		if (why === "" && needsWhy(judging.verdict, evidence, alone)) return refuse("why-needed");
		const state = settledBy([...opinions.map(({ verdict }) => verdict), judging.verdict], isEnough);
		const done = await settle(tx, ctx, pair, state, { ...judging, why });
		if (isRefusal(done)) return done;
		await save(tx, ctx, pair, state, judging.verdict, why);
		if (state === "different") await dropAskedOfTwo(tx, pair.heads);
		return { state };
	});
}

type State = ReturnType<typeof settledBy>;

async function settle(tx: Handle, ctx: OfficerContext, pair: Pair, state: State, { why, protects }: Judging) {
	const { a, b, probability, weight, reasons, modelId } = pair;
	if (state === "same") {
		const by = modelId === null ? {} : { modelId };
		return linkRecords(tx, ctx, { a, b, how: "reviewed", why, probability, weight, reasons, ...by });
	}
	if (state === "different") {
		const { id, name } = ctx.actor;
		const row = { a, b, why, actor_id: id, actor_name: name, at: ctx.now };
		await tx
			.insertInto("records.apart")
			.values(row)
			.onConflict((known) => known.doNothing())
			.execute();
	}
	if (state === "restricted") {
		const kept = protects === "both" ? [a, b] : [protects === "left" ? a : b];
		// In the order of ids, as links are made.
		for (const id of kept)
			await tx.updateTable("records.record").set({ restricted: true }).where("id", "=", id).execute();
	}
	return state;
}

async function save(
	tx: Handle,
	ctx: OfficerContext,
	pair: Pair,
	state: State,
	verdict: Verdict,
	why: string,
): Promise<void> {
	const { id, name } = ctx.actor;
	await tx
		.insertInto("records.opinion")
		.values({ id: newId(), pair_id: pair.id, verdict, why, officer_id: id, officer_name: name, at: ctx.now })
		.execute();
	const settled_at = state === "second-opinion" ? null : ctx.now;
	await tx.updateTable("records.pair").set({ state, settled_at }).where("id", "=", pair.id).execute();
	const subject = { kind: "pair", id: pair.id };
	const after = { verdict, state, records: [pair.a, pair.b], ...(why === "" ? {} : { why }) };
	await audit(tx, ctx, { action: "pair.judged", subject, before: { state: pair.state }, after });
}
