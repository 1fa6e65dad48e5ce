import { sql } from "kysely";
import { v7 as newId } from "uuid";
import type { Context } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import {
	atFirst,
	type Card,
	cardOf,
	cardShape,
	keepLearnt,
	type Learnt,
	type Model,
	recallLearnt,
} from "../../matching/index.ts";
import { model } from "../matching/known.ts";

/** Keeps what was learnt, as data to judge by and as a card to read; the latest is used. */
export async function keepLesson(
	tx: Handle,
	ctx: Context,
	taught: { model: Model; learnt: Learnt },
	records: number,
): Promise<void> {
	const [learnt, card] = [keepLearnt(taught.model, taught.learnt, records), cardOf(taught)];
	await sql`insert into records.model (id, name, learnt_at, records, learnt, card)
		values (${newId()}, ${taught.model.name}, ${ctx.now}, ${records}, ${JSON.stringify(learnt)}, ${JSON.stringify(card)})`.execute(
		tx,
	);
}

/** What the index knows of agreement, and since when: of how many records it was learnt, or of none, from invented residents. */
export type IndexCard = { card: Card; learntAt: Date | null; records: number };

export async function cardOfIndex(db: Handle): Promise<IndexCard> {
	const row = await db
		.selectFrom("records.model")
		.select(["card", "learnt_at as learntAt", "records"])
		.orderBy("learnt_at", "desc")
		.limit(1)
		.executeTakeFirst();
	if (row) return { ...row, card: cardShape.parse(row.card) };
	const first = atFirst();
	const card = cardOf({ model: model(), learnt: recallLearnt(model(), first, first.records) });
	return { card, learntAt: null, records: 0 };
}
