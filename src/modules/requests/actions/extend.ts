import type { OfficerContext } from "../../../platform/context/index.ts";
import { record } from "../../../platform/events/index.ts";
import { isRefusal, refuse } from "../../../platform/refusal/index.ts";
import { requestExtended } from "../events.ts";
import { clockIn } from "../rules/filled.ts";
import { extend } from "../rules/extensions.ts";
import { mayWork } from "../rules/moves.ts";
import { written } from "../rules/written.ts";
import { save } from "./save.ts";
import { aboutRequest, type Seen, subjectOf, work } from "./work.ts";

/** `extension` as `extensionsOf` names it, `longer` in the unit of its clock; all that is allowed when left out. */
export type ExtensionAsked = { extension: string; longer?: number | undefined; reason: string };

/** Makes a promise longer for a reason that the service's law allows, and has the customer told why and until when. */
export async function extendPromise(ctx: OfficerContext, seen: Seen, asked: ExtensionAsked) {
	const reason = written(asked.reason, "reason");
	if (isRefusal(reason)) return reason;
	return work(ctx, seen, async (tx, held) => {
		if (held.closedAt !== null) return refuse("not-open");
		const allowed = mayWork(held.service, held, ctx.actor.id);
		if (isRefusal(allowed)) return allowed;
		const extended = extend(held.clocks, clockIn(held.service, held), {
			extension: asked.extension,
			longer: asked.longer,
			reason,
			at: ctx.now,
			who: ctx.actor.name,
		});
		if (isRefusal(extended)) return extended;
		const { clocks, tells, dueAt } = extended;
		const entryId = await save(tx, ctx, held, { kind: "extended", clocks, words: tells });
		const due = dueAt.toISOString();
		await record(
			tx,
			ctx,
			{
				action: "request.extended",
				subject: subjectOf(held),
				before: { due: extended.dueBefore.toISOString() },
				after: { due, extension: asked.extension },
			},
			{
				event: requestExtended,
				subject: held.id,
				data: { ...aboutRequest(held, entryId), clock: extended.clock, due },
			},
		);
		return { reference: held.reference, entryId };
	});
}
