import type { Answers } from "../forms/index.ts";
import type { Clock, Span } from "./definition.ts";
import { countedFrom, dueOf, longerBy, ruleOn, spanInWords } from "./due.ts";
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

/** What a run of a clock is counted by. */
export type Rule = {
	/** The day after which is counted. */
	from: string;
	span: Span;
	/** That of the rule in force on that day, else the clock's own. */
	law: string | null;
};

/** The rule of a run that started at a moment and was made so much longer, in the clock's own unit. */
export function ruleOf(clock: Clock, startedAt: Date, longer: number): Rule {
	const from = countedFrom(clock, startedAt);
	const rule = ruleOn(clock.within, from);
	return { from, span: longerBy(rule.is, longer), law: rule.law ?? clock.law ?? null };
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
