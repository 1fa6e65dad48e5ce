/** What may be done with a request, as its service and its state say. */

import { type Outcome, refuse } from "../../../platform/refusal/index.ts";
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

/** The stage to move to, when the service lets a request move there from where it is. Closing is not a move. */
export function moveTo(service: Service, request: Standing, to: string): Outcome<Stage, "not-open" | "no-such-move"> {
	if (request.closedAt !== null) return refuse("not-open");
	return movesFrom(service, request.stage).find((stage) => stage.id === to) ?? refuse("no-such-move");
}

/** How a request ends: its outcome, and the stage that closing leads to. */
export type End = { outcome: ServiceOutcome; stage: Stage };

/** How it ends with this outcome and this message to the customer. */
export function closeWith(
	service: Service,
	request: Standing,
	outcomeId: string,
	message: string,
): Outcome<End, "not-open" | "outcome-needed" | "message-needed"> {
	if (request.closedAt !== null) return refuse("not-open");
	const outcome = outcomeOf(service, outcomeId);
	if (!outcome) return refuse("outcome-needed");
	if (outcome["needs-message"] && message === "") return refuse("message-needed", { outcome: outcome.name });
	return { outcome, stage: closedStage(service) };
}

/** The stage a request goes back to when it was closed, or acted on, and is not put right. */
export function reopenTo(
	service: Service,
	request: Standing,
	now: Date,
): Outcome<Stage, "nothing-to-reopen" | "too-late-to-reopen"> {
	const { to, within } = service.definition.reopens;
	if (request.publicStage !== "closed" && request.publicStage !== "acted-on") return refuse("nothing-to-reopen");
	if (request.closedAt !== null && now > endOfDay(addDays(londonDate(request.closedAt), within))) {
		return refuse("too-late-to-reopen", { within });
	}
	return stageOf(service, to) ?? refuse("nothing-to-reopen");
}
