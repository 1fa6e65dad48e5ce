import { sql } from "kysely";
import type { Context } from "../../../platform/context/index.ts";
import { addJob } from "../../../platform/jobs/index.ts";
import { changedSince, fromTheStart } from "../../sources/index.ts";
import { matchWaitingJob } from "../matching/waiting.ts";
import { takeInCustomers } from "./customers.ts";
import { markOf, setMark } from "./mark.ts";
import { frontDoor } from "./node.ts";
import { takeInSources } from "./sources.ts";

const chunk = 500;

/** No transaction lasts as long: what was written before then is there to be seen. */
const overlap = 15 * 60_000;

/** Takes in what came, changed or went since the last time, of customers and of sources, and has it compared. Safe to repeat. */
export async function catchUp(ctx: Context): Promise<void> {
	await catchUpWithCustomers(ctx);
	await catchUpWithSources(ctx);
}

async function catchUpWithCustomers(ctx: Context): Promise<void> {
	const { db } = ctx.house;
	const from = (await markOf(db, frontDoor)) ?? "-infinity";
	const upTo = new Date(ctx.now.getTime() - overlap);
	for (;;) {
		const { rows } = await sql<{ id: string }>`select c.id from customers.customer_view c
			left join records.record r on r.id = c.id
			where c.changed_at >= ${from}::timestamptz and (r.id is null or r.taken_in_at < date_trunc('milliseconds', c.changed_at))
			order by c.changed_at, c.id limit ${chunk}`.execute(db);
		if (rows.length === 0) break;
		await takeInAndMatch(ctx, (tx) =>
			takeInCustomers(
				tx,
				rows.map(({ id }) => id),
			),
		);
	}
	if (from === "-infinity" || new Date(from) < upTo) await setMark(db, frontDoor, upTo.toISOString());
}

const ofSources = "sources";

export async function catchUpWithSources(ctx: Context): Promise<void> {
	const { db } = ctx.house;
	for (;;) {
		const { records, mark } = await changedSince(db, (await markOf(db, ofSources)) ?? fromTheStart, chunk);
		if (records.length === 0) return;
		await takeInAndMatch(ctx, async (tx) => {
			const changed = await takeInSources(tx, ctx, records);
			await setMark(tx, ofSources, mark);
			return changed;
		});
	}
}

/** In one transaction, so that whatever is taken in is compared. */
async function takeInAndMatch(
	{ house: { db } }: Context,
	take: (tx: Parameters<Parameters<ReturnType<typeof db.transaction>["execute"]>[0]>[0]) => Promise<readonly string[]>,
): Promise<void> {
	await db.transaction().execute(async (tx) => {
		const changed = await take(tx);
		if (changed.length > 0) await addJob(tx, matchWaitingJob, {}, { key: matchWaitingJob.name });
	});
}
