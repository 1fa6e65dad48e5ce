import type { Context, OfficerContext } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { record } from "../../../platform/events/index.ts";
import { isRefusal, refuse } from "../../../platform/refusal/index.ts";
import { requestHandedOver } from "../events.ts";
import { written } from "../rules/written.ts";
import { handOverTasks } from "../tasks/give.ts";
import type { Held } from "./hold.ts";
import { save } from "./save.ts";
import { aboutRequest, type Seen, subjectOf, work } from "./work.ts";

/** Passes it to another team, with the reason that team and the measures need. Nobody there owns it yet. */
export async function handOverRequest(ctx: OfficerContext, seen: Seen, to: { team: string; reason: string }) {
	const reason = written(to.reason, "reason");
	if (isRefusal(reason)) return reason;
	return work(ctx, seen, (tx, held) => handTo(tx, ctx, held, { team: to.team, reason }));
}

/** The same under a lock that is held, whoever says so. */
export async function handTo(tx: Handle, ctx: Context, held: Held, to: { team: string; reason: string }) {
	if (held.closedAt !== null) return refuse("not-open");
	if (to.team === held.teamId) return refuse("same-team");
	const team = await tx
		.selectFrom("staff.team_view")
		.select(["id", "tier"])
		.where("id", "=", to.team)
		.where("retired_at", "is", null)
		.executeTakeFirst();
	if (!team || team.id === null || team.tier === null) return refuse("team-needed");
	if (to.reason === "") return refuse("reason-needed");
	await handOverTasks(tx, held.id, team.id);
	const entryId = await save(tx, ctx, held, {
		kind: "handed-over",
		team: { id: team.id, tier: team.tier },
		officerId: null,
		note: to.reason,
	});
	await record(
		tx,
		ctx,
		{
			action: "request.handed-over",
			subject: subjectOf(held),
			before: { team: held.teamId },
			after: { team: team.id },
		},
		{
			event: requestHandedOver,
			subject: held.id,
			data: { ...aboutRequest(held, entryId), fromTeam: held.teamId, toTeam: team.id },
		},
	);
	return { reference: held.reference, entryId };
}
