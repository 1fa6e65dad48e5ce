import type { Context, OfficerContext } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { type Outcome, refuse, type Refusal } from "../../../platform/refusal/index.ts";
import type { Stage } from "../../services/index.ts";
import { clocksAfter, type Clocks } from "../rules/clocks.ts";
import { clocksStoppedBy } from "../../services/index.ts";
import { startsOf } from "../rules/starts.ts";
import { type Happened, type Held, hold } from "./hold.ts";

/** Which request, and the revision of it that the officer had before them. */
export type Seen = { reference: string; revision: number };

/** What an action leaves: the request and the line it added to the timeline. */
export type Worked = { reference: string; entryId: string };

/** What was done since the officer looked, by whom. */
export type Overtaken = Refusal<"changed-meanwhile", { since: readonly Happened[] }>;

/** One action of an officer in one transaction. Refused when someone changed the request since the officer looked at it. */
export async function work<T>(
	ctx: OfficerContext,
	seen: Seen,
	act: (tx: Handle, held: Held) => Promise<T>,
): Promise<T | Overtaken> {
	return ctx.house.db.transaction().execute(async (tx) => {
		const held = await hold(tx, ctx, seen.reference);
		if (held.revision === seen.revision) return act(tx, held);
		return refuse("changed-meanwhile", { since: held.happened.filter((one) => one.revision > seen.revision) });
	});
}

/** What entering a stage does to the clocks; `reopenedAt` is now when it is entered by reopening. */
export function clocksOnEntering(ctx: Context, held: Held, stage: Stage, reopenedAt = held.reopenedAt): Clocks {
	const { service, answers, clocks } = held;
	const starts = startsOf(service, stage.id, answers, ctx.now);
	return clocksAfter(clocks, clocksStoppedBy(service, stage.id), starts, reopenedAt);
}

/** What every event of a request says. */
export function aboutRequest(held: Held, entryId: string) {
	return { requestId: held.id, reference: held.reference, serviceId: held.service.id, entryId };
}

export function subjectOf(held: Held) {
	return { kind: "request", id: held.id };
}

export type Decided<Code extends string> = Outcome<Worked, Code>;
