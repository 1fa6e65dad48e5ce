import type { Answers } from "../../forms/index.ts";
import { type Clock, clockOf, clocksStartedBy, clocksStoppedBy, dueOf, type Service } from "../../services/index.ts";
import type { Start } from "./clocks.ts";

/** The clocks that entering a stage starts, each with the moment from which it counts as running out. */
export function startsOf(service: Service, stage: string, answers: Answers, at: Date): Start[] {
	return clocksStartedBy(service, stage, answers, at).flatMap((start) => {
		const clock = clockOf(service, start.clock, answers);
		return clock ? [startOf(clock, at)] : [];
	});
}

/** A run of this clock from a moment, with its whole span. */
export function startOf(clock: Clock, at: Date): Start {
	const dueAt = dueOf(clock, { startedAt: at, pauses: [], longer: 0 });
	const warnAt = new Date(at.getTime() + clock.warn * (dueAt.getTime() - at.getTime()));
	return { clock: clock.id, startedAt: at, warnAt, dueAt, words: clock.words };
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
