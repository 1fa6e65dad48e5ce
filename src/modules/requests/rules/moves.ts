/** What may be done with a request, as its service and its state say. */

import { type Outcome, refuse, type Refusal } from "../../../platform/refusal/index.ts";
import { addDays, endOfDay, londonDate } from "../../../platform/time/index.ts";
import {
	closedStage,
	movesFrom,
	outcomeOf,
	type PublicStage,
	type Service,
	type ServiceOutcome,
	type Stage,
	stageOf,
} from "../../services/index.ts";

/** What the rules look at. */
export type Standing = {
	readonly stage: string;
	readonly publicStage: PublicStage;
	readonly closedAt: Date | null;
	/** Officers who worked it, by the stage it was in when they did. */
	readonly workedBy: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Only open requests are worked, and a second look is another officer's. */
export function mayWork(
	service: Service,
	request: Standing,
	officer: string,
): Outcome<true, "not-open" | "different-officer"> {
	if (request.closedAt !== null) return refuse("not-open");
	return isKeptFrom(service, request, request.stage, officer) ? refuse("different-officer") : true;
}

/** Whether the stage may not be worked by an officer because of an earlier one that they worked. */
export function isKeptFrom(service: Service, request: Standing, stage: string, officer: string): boolean {
	const other = stageOf(service, stage)?.["different-officer-from"];
	return other !== undefined && (request.workedBy.get(other)?.has(officer) ?? false);
}

/** Whether the definition keeps this stage or outcome for officers of other roles. */
export function isFor(roles: readonly string[], { by }: Pick<Stage, "by">): boolean {
	return by === undefined || by.some((role) => roles.includes(role));
}

/**
 * The stage to move to, when the service lets an officer of these roles move a request there from where it is. Closing is not
 * a move.
 */
export function moveTo(
	service: Service,
	request: Standing,
	to: string,
	roles: readonly string[],
): Outcome<Stage, "not-open" | "no-such-move"> | Refusal<"not-your-role", { by: readonly string[] }> {
	if (request.closedAt !== null) return refuse("not-open");
	const stage = movesFrom(service, request.stage).find((one) => one.id === to);
	if (!stage) return refuse("no-such-move");
	return isFor(roles, stage) ? stage : refuse("not-your-role", { by: stage.by ?? [] });
}

/** The stages that officers of these roles may move it to. */
export function movesFor(service: Service, stage: string, roles: readonly string[]): Stage[] {
	return movesFrom(service, stage).filter((next) => isFor(roles, next));
}

/** The outcomes that the stage has, for officers of these roles. */
export function outcomesFor(service: Service, stage: string, roles: readonly string[]): ServiceOutcome[] {
	return service.definition.outcomes.filter((outcome) => isOf(outcome, stage) && isFor(roles, outcome));
}

function isOf({ from }: ServiceOutcome, stage: string): boolean {
	return from === undefined || from.includes(stage);
}

/** How a request ends: its outcome, and the stage that closing leads to. */
export type End = { outcome: ServiceOutcome; stage: Stage };

/** How it ends with this outcome and this message to the customer; whether the officer may, their role says besides. */
export function closeWith(
	service: Service,
	request: Standing,
	outcomeId: string,
	message: string,
): Outcome<End, "not-open" | "outcome-needed" | "message-needed"> {
	if (request.closedAt !== null) return refuse("not-open");
	const outcome = outcomeOf(service, outcomeId);
	if (!outcome || !isOf(outcome, request.stage)) return refuse("outcome-needed");
	if (outcome["needs-message"] && message === "") return refuse("message-needed", { outcome: outcome.name });
	return { outcome, stage: closedStage(service) };
}

/** How often it was opened again. */
export function reopenings(happened: readonly { readonly kind: string }[]): number {
	return happened.filter(({ kind }) => kind === "reopened").length;
}

/** The stage a request goes back to when it was closed, or acted on, and is not put right. `before`: how often it was already. */
export function reopenTo(
	service: Service,
	request: Standing,
	now: Date,
	before: number,
): Outcome<Stage, "nothing-to-reopen" | "too-late-to-reopen" | "reopened-already"> {
	const { to, within, times } = service.definition.reopens;
	if (request.publicStage !== "closed" && request.publicStage !== "acted-on") return refuse("nothing-to-reopen");
	if (request.closedAt !== null && now > endOfDay(addDays(londonDate(request.closedAt), within))) {
		return refuse("too-late-to-reopen", { within });
	}
	if (times !== undefined && before >= times) return refuse("reopened-already", { times });
	return stageOf(service, to) ?? refuse("nothing-to-reopen");
}
