import type { Context, OfficerContext } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { refuse, type Refusal } from "../../../platform/refusal/index.ts";
import { clocksAfter, type Clocks } from "../rules/clocks.ts";
import type { Answers } from "../../forms/index.ts";
import { clockIn, knownBy } from "../rules/filled.ts";
import { clocksStoppedBy, type Stage } from "../../services/index.ts";
import { startsOf, startsOnReopening } from "../rules/starts.ts";
import type { Entry } from "../queries/history.ts";
import { type Held, hold } from "./hold.ts";

/** Which request, and the revision of it that the officer had before them. */
export type Seen = { reference: string; revision: number };

/** What an action leaves: the request and the line it added to the timeline. */
export type Worked = { reference: string; entryId: string };

/** What was done since the officer looked, by whom. */
export type Overtaken = Refusal<"changed-meanwhile", { since: readonly Entry[] }>;

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

/** What entering a stage does to the clocks, with what an officer fills in by that. */
export function clocksOnEntering(ctx: Context, held: Held, stage: Stage, filledIn?: Answers): Clocks {
	const known = knownBy(held.answers, [...held.happened, { at: ctx.now, answers: filledIn ?? null }]);
	const starts = startsOf(held.service, stage.id, known, ctx.now);
	return clocksAfter(held.clocks, { ...turnTo(ctx, held, stage), starts, reopenedAt: held.reopenedAt });
}

/** What opening it again at a stage does to them. */
export function clocksOnReopening(ctx: Context, held: Held, stage: Stage): Clocks {
	const starts = startsOnReopening(held.service, stage.id, knownBy(held.answers, held.happened), ctx.now);
	return clocksAfter(held.clocks, { ...turnTo(ctx, held, stage), starts, reopenedAt: ctx.now });
}

function turnTo({ now, actor }: Context, held: Held, stage: Stage) {
	const { service, stage: leaves } = held;
	return {
		at: now,
		who: actor.name,
		leaves,
		enters: stage.id,
		stops: clocksStoppedBy(service, stage.id),
		clockOf: clockIn(service, held),
	};
}

/** What every event of a request says. */
export function aboutRequest(held: Held, entryId: string) {
	return { requestId: held.id, reference: held.reference, serviceId: held.service.id, entryId };
}

export function subjectOf(held: Held) {
	return { kind: "request", id: held.id };
}
