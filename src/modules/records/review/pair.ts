import { sql } from "kysely";
import type { Handle } from "../../../platform/db/connect.ts";
import { holdTrees } from "../links/hold.ts";
import { readReasons } from "../links/link.ts";
import { isHidden } from "./hidden.ts";
import type { PairRow } from "./queue.ts";
import type { Verdict } from "./rules/verdict.ts";

export type Opinion = { verdict: Verdict; why: string; officerId: string; officerName: string; at: Date };

export type Pair = PairRow & {
	modelId: string | null;
	modelName: string | null;
	/** The records that the customers of the two go by. */
	heads: readonly [string, string];
	isGone: boolean;
	opinions: readonly Opinion[];
};

type Row = Omit<Pair, "reasons" | "heads" | "opinions"> & { reasons: unknown; headA: string; headB: string };

/** Undefined too when a record of either customer is kept from matching. */
export async function pairById(db: Handle, id: string): Promise<Pair | undefined> {
	const { rows } = await sql<Row>`select p.id, p.a, p.b, p.probability, p.weight, p.reasons, p.state,
			p.found_at as "foundAt", p.settled_at as "settledAt", p.model_id as "modelId", m.name as "modelName",
			ra.head_id as "headA", rb.head_id as "headB", (ra.gone_at is not null or rb.gone_at is not null) as "isGone"
		from records.pair p join records.record ra on ra.id = p.a join records.record rb on rb.id = p.b
			left join records.model m on m.id = p.model_id
		where p.id = ${id} and not ${isHidden}`.execute(db);
	const [row] = rows;
	if (!row) return undefined;
	const { headA, headB, reasons, ...pair } = row;
	const opinions = await db
		.selectFrom("records.opinion")
		.select(["verdict", "why", "officer_id as officerId", "officer_name as officerName", "at"])
		.where("pair_id", "=", id)
		.orderBy("at")
		.orderBy("id")
		.execute();
	return { ...pair, reasons: readReasons(reasons), heads: [headA, headB], opinions };
}

/** The same, which nobody else can judge, and whose records nobody can link or part, until the transaction ends. */
export async function holdPair(tx: Handle, id: string): Promise<Pair | undefined> {
	const pairs = await tx.selectFrom("records.pair").select(["a", "b"]).where("id", "=", id).forUpdate().execute();
	await holdTrees(
		tx,
		pairs.flatMap(({ a, b }) => [a, b]),
	);
	return pairById(tx, id);
}
