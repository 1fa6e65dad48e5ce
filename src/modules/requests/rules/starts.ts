import type { Answers } from "../../forms/index.ts";
import { clockOf, clocksStartedBy, type Service } from "../../services/index.ts";
import type { Start } from "./clocks.ts";

/** The clocks that entering a stage starts, each with the moment from which it counts as running out. */
export function startsOf(service: Service, stage: string, answers: Answers, at: Date): Start[] {
	return clocksStartedBy(service, stage, answers, at).map((start) => {
		const share = clockOf(service, start.clock, answers)?.warn ?? 1;
		const warnAt = new Date(at.getTime() + share * (start.dueAt.getTime() - at.getTime()));
		return { ...start, warnAt };
	});
}
