import type { Answers } from "../forms/index.ts";
import type { Clock } from "./definition.ts";
import { countedFrom, dueOf, ruleOn, spanInWords } from "./due.ts";
import type { Service } from "./service.ts";

/** One run of a clock of the promise. */
export type StartedClock = { clock: string; startedAt: Date; dueAt: Date; words: string };

/** The clocks that entering a stage starts, each with the first condition that is true of the answers. */
export function clocksStartedBy(service: Service, stage: string, answers: Answers, at: Date): StartedClock[] {
	const chosen = new Map<string, Clock>();
	for (const { clock, applies } of service.clocks) {
		if (clock.starts === stage && !chosen.has(clock.id) && applies(answers)) chosen.set(clock.id, clock);
	}
	return [...chosen.values()].map((clock) => ({
		clock: clock.id,
		startedAt: at,
		dueAt: dueOf(clock, { startedAt: at, pauses: [], longer: 0 }),
		words: clock.words,
	}));
}

/** The clocks that entering a stage stops; closing stops all. */
export function clocksStoppedBy(service: Service, stage: string): string[] {
	const { promise, stages } = service.definition;
	const closes = stages.find((one) => one.id === stage)?.public === "closed";
	return [...new Set(promise.filter((clock) => closes || clock.stops.includes(stage)).map((clock) => clock.id))];
}

/** The definition of the clock that ran or would run for these answers. */
export function clockOf(service: Service, id: string, answers: Answers): Clock | undefined {
	return service.clocks.find(({ clock, applies }) => clock.id === id && applies(answers))?.clock;
}

/** The law of a clock that starts at a moment: that of the rule then in force, else the clock's own. */
export function lawOf(clock: Clock, startedAt: Date): string | undefined {
	return ruleOn(clock.within, countedFrom(clock, startedAt)).law ?? clock.law;
}

/** What is promised of a service, for the charter: the words, how long, and the law where one says so. */
export type Promised = { words: string; span: string; law: string | null };

/** All that a service promises by the rules in force on a day, each once, in the order of its definition. */
export function promisesOf({ definition }: Service, day: string): Promised[] {
	const all = definition.promise.map((clock) => {
		const rule = ruleOn(clock.within, day);
		return { words: clock.words, span: spanInWords(rule.is), law: rule.law ?? clock.law ?? null };
	});
	return [...new Map(all.map((one) => [`${one.words} ${one.span}`, one])).values()];
}
