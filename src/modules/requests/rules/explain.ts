/** How a date that was promised was worked out, in words. */
import {
	dateInWords,
	dateTimeInWords,
	explainWorkingDays,
	londonDate,
	shortDate,
} from "../../../platform/time/index.ts";
import { type Clock, spanInWords } from "../../services/index.ts";
import type { ClockRun } from "./clocks.ts";

export function explainDue(run: ClockRun, clock: Clock | undefined): string {
	if (!clock) return `It started on ${dateTimeInWords(run.startedAt)}.`;
	const span = spanInWords(clock.within);
	if ("hours" in clock.within) return `${span} after ${dateTimeInWords(run.startedAt)}.`;
	const start = dateInWords(run.startedAt);
	if ("days" in clock.within) return `${span} after ${start}, until the end of that day.`;
	const { "working-days": days, calendar } = clock.within;
	const { skipped } = explainWorkingDays(londonDate(run.startedAt), days, calendar);
	const passed = skipped.map(({ date, why }) => `${shortDate(date)} (${why})`).join(", ");
	return `${span} after ${start}, until the end of that day.${passed === "" ? "" : ` Not counted: ${passed}.`}`;
}
