import type { Context } from "../../../platform/context/index.ts";
import { addJob } from "../../../platform/jobs/index.ts";
import type { Tree } from "../links/link.ts";
import { treeOf } from "../links/tree.ts";
import { matchWaitingJob } from "../matching/waiting.ts";
import { takeInCustomers } from "./customers.ts";

/** Takes one customer in now, rather than within a minute: for whoever opens their record. Undefined when there is no such customer. */
export async function takeIn({ house: { db } }: Context, customerId: string): Promise<Tree | undefined> {
	await db.transaction().execute(async (tx) => {
		const changed = await takeInCustomers(tx, [customerId]);
		if (changed.length > 0) await addJob(tx, matchWaitingJob, {}, { key: matchWaitingJob.name });
	});
	return treeOf(db, customerId);
}

/** The same for those of these customers that were not taken in yet: for whoever is about to search the index for them. */
export async function takeInMissing(ctx: Context, customerIds: readonly string[]): Promise<void> {
	if (customerIds.length === 0) return;
	const { db } = ctx.house;
	const there = await db
		.selectFrom("records.record")
		.select("id")
		.where("id", "in", [...customerIds])
		.execute();
	const known = new Set(there.map(({ id }) => id));
	await takeInCustomers(
		db,
		customerIds.filter((id) => !known.has(id)),
	);
}
