import { sql } from "kysely";
import { z } from "zod";
import type { Context } from "../../../platform/context/index.ts";
import type { Job } from "../../../platform/jobs/index.ts";
import { machine, relink } from "./relink.ts";
import { settleOne } from "./settle.ts";

/** So many are compared faster, and better, all at once. */
const manyAtOnce = 3_000;

/** Compares the records that came or changed since they last were. Safe to repeat: each is done once it is done. */
export const matchWaitingJob: Job<Record<string, never>> = {
	name: "match records",
	payload: z.strictObject({}),
	run: matchWaiting,
};

async function matchWaiting(ctx: Context): Promise<void> {
	const { rows } = await sql<{ id: string }>`select id from records.record where matched_at is null
		order by taken_in_at, id limit ${manyAtOnce + 1}`.execute(ctx.house.db);
	if (rows.length > manyAtOnce) await relink(ctx, { ...machine(), say: () => {} });
	else for (const { id } of rows) await settleOne(ctx, id);
}
