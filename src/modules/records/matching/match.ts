import { sql } from "kysely";
import type { Context } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { bitsOf, judge, type Judgement, rareValues } from "../../matching/index.ts";
import type { Reason } from "../links/link.ts";
import { type Compared, compared, comparedColumns, type KeptRecord } from "../nodes/standard.ts";
import { candidatesFor } from "./candidates.ts";
import { heldOf, type Teaching, teachingOf } from "./known.ts";

/** Another record that may be of the same customer. */
export type Candidate = {
	id: string;
	headId: string;
	probability: number;
	/** Bits. */
	weight: number;
	reasons: readonly Reason[];
	/** A person must be asked, however sure it looks. */
	asks: boolean;
	/** They differ in what two records of one customer cannot differ in. */
	conflict: boolean;
};

/**
 * The records of the whole index that may be of the same customer as this one, the likeliest first: all that a person would at
 * least be asked about, those that are linked with it already among them. None for a record that is restricted or gone.
 */
export async function matchOne({ house, now }: Context, id: string): Promise<Candidate[]> {
	const one = await comparedRecord(house.db, id);
	return one === undefined ? [] : candidatesOf(house.db, await teachingOf(house, now), one);
}

export async function comparedRecord(db: Handle, id: string): Promise<Compared | undefined> {
	const { rows } = await sql<KeptRecord>`select ${comparedColumns} from records.record r
		where r.id = ${id} and not r.restricted and r.gone_at is null`.execute(db);
	return rows[0] && compared(rows[0]);
}

export async function candidatesOf(db: Handle, teaching: Teaching, one: Compared): Promise<Candidate[]> {
	const least = bitsOf(teaching.model.thresholds.ask);
	const all = await candidatesFor(db, teaching.model, one);
	// At best: as if nobody else had the values in which they agree. Most are out by that alone, and nothing is asked of them.
	const atBest = all.filter(
		(other) => judge({ ...teaching, held: () => undefined }, one.standard, other.standard).weight >= least,
	);
	const judged = await judgeAll(
		db,
		teaching,
		atBest.map((other) => [one, other] as const),
	);
	return judged
		.flatMap((judgement, at): Candidate[] => {
			const other = atBest[at];
			return other && judgement.weight >= least ? [candidate(other, judgement)] : [];
		})
		.toSorted((x, y) => y.weight - x.weight || (x.id < y.id ? -1 : 1));
}

function candidate({ id, headId }: Compared, { probability, weight, findings, asks, conflict }: Judgement): Candidate {
	return { id, headId, probability, weight, reasons: findings, asks, conflict };
}

/** Each pair judged, with one question for how rare their values are. */
export async function judgeAll(
	db: Handle,
	teaching: Teaching,
	pairs: readonly (readonly [Compared, Compared])[],
): Promise<Judgement[]> {
	const values = pairs.flatMap(([a, b]) => rareValues(teaching.model, a.standard, b.standard));
	const held = await heldOf(db, values);
	return pairs.map(([a, b]) => judge({ ...teaching, held }, a.standard, b.standard));
}
