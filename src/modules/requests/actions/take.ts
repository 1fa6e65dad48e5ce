import { validate as isId } from "uuid";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { record } from "../../../platform/events/index.ts";
import { isRefusal, refuse } from "../../../platform/refusal/index.ts";
import { requestAssigned } from "../events.ts";
import { isKeptFrom, mayWork } from "../rules/moves.ts";
import { save } from "./save.ts";
import { aboutRequest, type Seen, subjectOf, work } from "./work.ts";

/** The officer takes it, also from a colleague who is told by the timeline. */
export async function takeRequest(ctx: OfficerContext, seen: Seen) {
	return work(ctx, seen, async (tx, held) => {
		const allowed = mayWork(held.service, held, ctx.actor.id);
		if (isRefusal(allowed)) return allowed;
		const entryId = await save(tx, ctx, held, { kind: "taken", officerId: ctx.actor.id });
		await record(
			tx,
			ctx,
			{
				action: "request.taken",
				subject: subjectOf(held),
				before: { officer: held.officerId },
				after: { officer: ctx.actor.id },
			},
			{
				event: requestAssigned,
				subject: held.id,
				data: { ...aboutRequest(held, entryId), officerId: ctx.actor.id },
			},
		);
		return { reference: held.reference, entryId };
	});
}

/** Gives it to an officer of its team, or with null to nobody. */
export async function assignRequest(ctx: OfficerContext, seen: Seen, officerId: string | null) {
	return work(ctx, seen, async (tx, held) => {
		if (held.closedAt !== null) return refuse("not-open");
		if (officerId !== null) {
			if (!isId(officerId)) return refuse("not-in-team");
			const officer = await tx
				.selectFrom("staff.officer_view")
				.select(["teams", "left_at"])
				.where("id", "=", officerId)
				.executeTakeFirst();
			if (!officer || officer.left_at !== null || !officer.teams?.includes(held.teamId)) return refuse("not-in-team");
			if (isKeptFrom(held.service, held, held.stage, officerId)) return refuse("different-officer");
		}
		const entryId = await save(tx, ctx, held, { kind: "assigned", officerId });
		await record(
			tx,
			ctx,
			{
				action: "request.assigned",
				subject: subjectOf(held),
				before: { officer: held.officerId },
				after: { officer: officerId },
			},
			{ event: requestAssigned, subject: held.id, data: { ...aboutRequest(held, entryId), officerId } },
		);
		return { reference: held.reference, entryId };
	});
}
