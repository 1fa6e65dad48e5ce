/** May two trees become one customer without a person being asked? What holds for a record alone and for a whole file. */
import { sql } from "kysely";
import type { Context } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { averageBond, bitsOf } from "../../matching/index.ts";
import { holdTrees } from "../links/hold.ts";
import type { Tree } from "../links/link.ts";
import { linkTrees, mostByItself } from "../links/linkRecords.ts";
import { compared, comparedColumns, type KeptRecord } from "../nodes/standard.ts";
import type { Teaching } from "./known.ts";
import { type Candidate, judgeAll } from "./match.ts";
import { keepPair } from "./pairs.ts";

/** What became of two records that look alike. `settled`: it was known already, or a person has said. */
export type Became = "linked" | "to-judge" | "settled";

/**
 * Links two records by itself where nothing speaks against it, of them or of any of their trees' records; else asks a person.
 * Safe to repeat.
 */
export async function putTogether(
	tx: Handle,
	ctx: Context,
	teaching: Teaching,
	id: string,
	found: Candidate,
): Promise<Became> {
	const [one, other] = await holdTrees(tx, [id, found.id]);
	if (!one || !other || one.head.id === other.head.id) return "settled";
	if ([...one.nodes, ...other.nodes].some(({ restricted }) => restricted)) return "settled";
	const { probability, weight, reasons } = found;
	const about = { a: id, b: found.id, probability, weight, reasons, modelId: teaching.modelId };
	if (await holdsTogether(tx, teaching, one, other, found)) {
		const { modelId, ...linking } = about;
		const lesson = modelId === null ? {} : { modelId };
		const link = await linkTrees(tx, ctx, { ...linking, how: "matched", why: "", ...lesson }, one, other);
		if (!isRefusal(link)) return "linked";
		if (link.code === "apart" || link.code === "gone") return "settled";
	}
	return keepPair(tx, ctx, one, other, about);
}

async function holdsTogether(
	tx: Handle,
	teaching: Teaching,
	one: Tree,
	other: Tree,
	found: Candidate,
): Promise<boolean> {
	const { link } = teaching.model.thresholds;
	if (found.probability < link || found.asks || found.conflict) return false;
	if (one.nodes.length + other.nodes.length > mostByItself) return false;
	if (one.nodes.length * other.nodes.length === 1) return true;
	const [ones, others] = [await recordsOf(tx, one), await recordsOf(tx, other)];
	const judged = await judgeAll(
		tx,
		teaching,
		ones.flatMap((a) => others.map((b) => [a, b] as const)),
	);
	if (judged.some(({ conflict }) => conflict)) return false;
	return averageBond(judged.map(({ weight }) => weight)) >= bitsOf(link);
}

async function recordsOf(tx: Handle, { head }: Tree) {
	const { rows } = await sql<KeptRecord>`select ${comparedColumns} from records.record r
		where r.head_id = ${head.id}`.execute(tx);
	return rows.map(compared);
}
