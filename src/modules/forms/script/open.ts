import { sql } from "kysely";
import type { Context } from "../../../platform/context/index.ts";
import { type Answers, storedAnswers } from "../answer.ts";
import { isHeldBy, keptSince } from "../queries.ts";

/** A draft that was begun and not sent. */
export type OpenDraft = { id: string; serviceId: string; answers: Answers; changedAt: Date };

/** What is open to an officer now and not sent, the latest change first; at most fifty. */
export async function openDraftsOf(ctx: Context, officerId: string): Promise<OpenDraft[]> {
	const rows = await ctx.house.db
		.selectFrom("forms.draft as draft")
		.select(["id", "service_id", "answers", "changed_at"])
		// By its index first: an officer has few of the drafts that there are.
		.where("id", "in", sql<string>`(select draft_id from forms.draft_officer where officer_id = ${officerId})`)
		.where(isHeldBy(ctx, { officerId }))
		.where("submitted_at", "is", null)
		.where("changed_at", ">=", keptSince(ctx.now))
		.orderBy("changed_at", "desc")
		.limit(50)
		.execute();
	return rows.map((row) => ({
		id: row.id,
		serviceId: row.service_id,
		answers: storedAnswers(row.answers),
		changedAt: row.changed_at,
	}));
}
