import { sql } from "kysely";
import { validate as isId } from "uuid";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { record } from "../../../platform/events/index.ts";
import { NotFound, refuse } from "../../../platform/refusal/index.ts";
import { hold } from "../actions/hold.ts";
import { save } from "../actions/save.ts";
import { aboutRequest, subjectOf, type Worked } from "../actions/work.ts";
import { askedFor } from "./asking.ts";
import { questionWithdrawn } from "./events.ts";
import { askingOf } from "./queries.ts";

/** The customer need not answer any more, and is told so. The request stays in the stage it is in. */
export async function withdrawQuestion(ctx: OfficerContext, reference: string, id: string) {
	return ctx.house.db.transaction().execute(async (tx) => {
		const held = await hold(tx, ctx, reference);
		const asking = isId(id) ? await askingOf(tx, held.id, id) : undefined;
		if (!asking) throw new NotFound("This was not asked.");
		if (asking.state !== "open") return refuse("over-already");
		const entryId = await save(tx, ctx, held, {
			kind: "no-longer-asked",
			words: "You do not need to answer our question any more.",
			note: askedFor(held.service, asking).name,
		});
		await sql`update requests.asking set state = 'withdrawn', ended_at = ${ctx.now} where id = ${id}`.execute(tx);
		await record(
			tx,
			ctx,
			{ action: "request.question-withdrawn", subject: subjectOf(held), after: { asking: id } },
			{ event: questionWithdrawn, subject: held.id, data: { ...aboutRequest(held, entryId), askingId: id } },
		);
		const worked: Worked = { reference: held.reference, entryId };
		return worked;
	});
}
