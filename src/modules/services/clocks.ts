import {
	addCalendarMonths,
	addDays,
	addHours,
	addWorkingDays,
	endOfDay,
	londonDate,
	rollForward,
} from "../../platform/time/index.ts";
import type { Answers } from "../forms/index.ts";
import type { Clock, Span, Within } from "./definition.ts";
import type { Service } from "./service.ts";

/** One run of a clock of the promise. */
export type StartedClock = { clock: string; startedAt: Date; dueAt: Date; words: string };

/** The rule of that day: of lengths that change, the last whose day has come; the first before that. */
export function spanOn(within: Within, date: string): Span {
	if (!Array.isArray(within)) return within;
	const inForce = within.filter((rule) => rule["valid-from"] <= date);
	const rule = inForce.toSorted((a, b) => (a["valid-from"] < b["valid-from"] ? 1 : -1))[0] ?? within[0];
	if (!rule) throw new Error("A clock without a length was made ready.");
	return rule.is;
}

/** When a span that starts at an instant ends. Days end with the day, on London's clock; hours to the minute. */
export function dueAfter(startedAt: Date, always: Within): Date {
	const day = londonDate(startedAt);
	const within = spanOn(always, day);
	if ("hours" in within) return addHours(startedAt, within.hours);
	if ("months" in within) return endOfDay(rollForward(addCalendarMonths(day, within.months), within.calendar));
	if ("days" in within) return endOfDay(addDays(day, within.days));
	return endOfDay(addWorkingDays(day, within["working-days"], within.calendar));
}

/** The clocks that entering a stage starts, each with the first condition that is true of the answers. */
export function clocksStartedBy(service: Service, stage: string, answers: Answers, at: Date): StartedClock[] {
	const chosen = new Map<string, Clock>();
	for (const { clock, applies } of service.clocks) {
		if (clock.starts === stage && !chosen.has(clock.id) && applies(answers)) chosen.set(clock.id, clock);
	}
	return [...chosen.values()].map((clock) => ({
		clock: clock.id,
		startedAt: at,
		dueAt: dueAfter(at, clock.within),
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

/** A span in words: "3 working days", "24 hours". */
export function spanInWords(span: Span): string {
	const [count, unit] =
		"hours" in span
			? [span.hours, "hour"]
			: "days" in span
				? [span.days, "day"]
				: "months" in span
					? [span.months, "month"]
					: [span["working-days"], "working day"];
	return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
