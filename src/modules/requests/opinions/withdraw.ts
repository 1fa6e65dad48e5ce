import { sql } from "kysely";
import { validate as isId } from "uuid";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { record } from "../../../platform/events/index.ts";
import { NotFound, refuse } from "../../../platform/refusal/index.ts";
import { hold } from "../actions/hold.ts";
import { save } from "../actions/save.ts";
import { aboutRequest, subjectOf, type Worked } from "../actions/work.ts";
import { opinionWithdrawn } from "./events.ts";
import { opinionById } from "./queries.ts";

/** The link opens nothing any more. What was said by it stays. Twice is refused with `over-already`. */
export async function withdrawOpinion(ctx: OfficerContext, reference: string, id: string) {
	return ctx.house.db.transaction().execute(async (tx) => {
		const held = await hold(tx, ctx, reference);
		const asked = isId(id) ? await opinionById(tx, held.id, id) : undefined;
		if (!asked) throw new NotFound("This was not asked.");
		if (asked.withdrawnAt !== null) return refuse("over-already");
		const entryId = await save(tx, ctx, held, { kind: "opinion-withdrawn", note: asked.name });
		await sql`update requests.opinion set withdrawn_at = ${ctx.now} where id = ${id}`.execute(tx);
		await record(
			tx,
			ctx,
			{ action: "request.opinion-withdrawn", subject: subjectOf(held), after: { opinion: id } },
			{ event: opinionWithdrawn, subject: held.id, data: { ...aboutRequest(held, entryId), opinionId: id } },
		);
		const worked: Worked = { reference: held.reference, entryId };
		return worked;
	});
}
