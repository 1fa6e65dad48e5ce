/** How a date that was promised was worked out, in words. */
import {
	dateInWords,
	dateTimeInWords,
	explainWorkingDays,
	londonDate,
	shortDate,
} from "../../../platform/time/index.ts";
import { type Clock, spanInWords, spanOn } from "../../services/index.ts";
import type { ClockRun } from "./clocks.ts";

/** The rule as a sentence, and each day that it passes over with the reason. */
export type Explained = { rule: string; notCounted: readonly string[] };

export function explainDue(run: ClockRun, clock: Clock | undefined): Explained {
	if (!clock) return only(`It started on ${dateTimeInWords(run.startedAt)}.`);
	const within = spanOn(clock.within, londonDate(run.startedAt));
	const span = spanInWords(within);
	if ("hours" in within) return only(`${span} after ${dateTimeInWords(run.startedAt)}.`);
	const start = dateInWords(run.startedAt);
	if ("days" in within) return only(`${span} after ${start}, until the end of that day.`);
	if ("months" in within) return only(`${span} after ${start}, or the next working day, until the end of that day.`);
	const { "working-days": days, calendar } = within;
	const { skipped } = explainWorkingDays(londonDate(run.startedAt), days, calendar);
	return {
		rule: `${span} after ${start}, until the end of that day.`,
		notCounted: skipped.map(({ date, why }) => `${shortDate(date)}: ${why}`),
	};
}

function only(rule: string): Explained {
	return { rule, notCounted: [] };
}
