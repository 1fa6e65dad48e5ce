import type { Answers } from "../../forms/index.ts";
import { clockOf, clocksStartedBy, clocksStoppedBy, type Service } from "../../services/index.ts";
import type { Start } from "./clocks.ts";

/** The clocks that entering a stage starts, each with the moment from which it counts as running out. */
export function startsOf(service: Service, stage: string, answers: Answers, at: Date): Start[] {
	return clocksStartedBy(service, stage, answers, at).map((start) => {
		const share = clockOf(service, start.clock, answers)?.warn ?? 1;
		const warnAt = new Date(at.getTime() + share * (start.dueAt.getTime() - at.getTime()));
		return { ...start, warnAt };
	});
}

/**
 * The clocks of a request that is opened again at a stage: as if it had come there anew, so that it is promised what a new one
 * is, save what would be done by then.
 */
export function startsOnReopening(service: Service, stage: string, answers: Answers, at: Date): Start[] {
	const { stages } = service.definition;
	const path = stages.slice(0, stages.findIndex((one) => one.id === stage) + 1).map((one) => one.id);
	const starts = new Map<string, Start>();
	for (const passed of path) {
		for (const stop of clocksStoppedBy(service, passed)) starts.delete(stop);
		for (const start of startsOf(service, passed, answers, at)) starts.set(start.clock, start);
	}
	return [...starts.values()];
}
