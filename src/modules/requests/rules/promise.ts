/** Whether a promise is kept, in words. */

import {
	dateInWords,
	daysBetween,
	endOfDay,
	londonDate,
	shortDate,
	timeInWords,
} from "../../../platform/time/index.ts";
import type { ClockRun } from "./clocks.ts";

export type PromiseState = "kept" | "missed" | "running" | "running-out" | "overdue";

/** The moments a promise is judged by; `dueAt` null where nothing was promised. */
export type Timed = { readonly warnAt: Date | null; readonly dueAt: Date | null };

/** How an open request stands: null when no clock runs. */
export function promiseState({ warnAt, dueAt }: Timed, now: Date): "running" | "running-out" | "overdue" | null {
	if (dueAt === null) return null;
	if (now > dueAt) return "overdue";
	return warnAt !== null && now >= warnAt ? "running-out" : "running";
}

/** How one run of a clock stands or ended. */
export function runState(run: ClockRun, now: Date): PromiseState {
	if (run.stoppedAt !== null) return run.stoppedAt <= run.dueAt ? "kept" : "missed";
	return promiseState(run, now) ?? "running";
}

/** For a list: `Due today by 4pm`, `Due tomorrow`, `Due 27 Nov 2026`, `Overdue by 2 days`. */
export function dueInWords(dueAt: Date | null, now: Date): string {
	if (dueAt === null) return "No date promised";
	const days = daysBetween(londonDate(now), londonDate(dueAt));
	if (now > dueAt) return days === 0 ? `Overdue since ${timeInWords(dueAt)}` : `Overdue by ${counted(-days)}`;
	const by = wholeDay(dueAt) ? "" : ` by ${timeInWords(dueAt)}`;
	if (days === 0) return `Due today${by}`;
	if (days === 1) return `Due tomorrow${by}`;
	return `Due ${shortDate(dueAt)}`;
}

/** For a person: `Friday 27 November 2026`, with the time where the promise is of hours. */
export function byWhen(dueAt: Date): string {
	return wholeDay(dueAt) ? dateInWords(dueAt) : `${timeInWords(dueAt)} on ${dateInWords(dueAt)}`;
}

/** A promise of days holds to the end of the last one, so its time is not worth saying. */
function wholeDay(at: Date): boolean {
	return endOfDay(londonDate(at)).getTime() === at.getTime();
}

function counted(days: number): string {
	return `${days} day${days === 1 ? "" : "s"}`;
}
