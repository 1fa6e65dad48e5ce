/** Whether a promise is kept, in words. */

import {
	dateInWords,
	daysBetween,
	endOfDay,
	londonDate,
	shortDate,
	timeInWords,
} from "../../../platform/time/index.ts";
import type { ClockRun } from "./run.ts";

export type PromiseState = "kept" | "missed" | "running" | "running-out" | "overdue" | "paused" | "restarted";

/** The moments a promise is judged by; `dueAt` null where nothing was promised. */
export type Timed = { readonly warnAt: Date | null; readonly dueAt: Date | null };

/** How an open request stands: null when no clock runs. */
export function promiseState({ warnAt, dueAt }: Timed, now: Date): "running" | "running-out" | "overdue" | null {
	if (dueAt === null) return null;
	if (now > dueAt) return "overdue";
	return warnAt !== null && now >= warnAt ? "running-out" : "running";
}

/** How one run of a clock stands or ended. What was late when it was started again stays missed. */
export function runState(run: ClockRun, now: Date): PromiseState {
	if (run.stoppedAt !== null && run.stoppedAt > run.dueAt) return "missed";
	if (run.stoppedAt !== null) return run.changes.at(-1)?.kind === "restarted" ? "restarted" : "kept";
	if (run.pausedAt !== null) return "paused";
	return promiseState(run, now) ?? "running";
}

/** For a list: `32 days over`, `today by 4pm`, `tomorrow`, `in 5 days`, and from three weeks on the date. */
export function dueInWords(dueAt: Date, now: Date): string {
	const days = daysBetween(londonDate(now), londonDate(dueAt));
	if (now > dueAt) return days === 0 ? `over since ${timeInWords(dueAt)}` : `${counted(-days)} over`;
	const by = wholeDay(dueAt) ? "" : ` by ${timeInWords(dueAt)}`;
	if (days === 0) return `today${by}`;
	if (days === 1) return `tomorrow${by}`;
	return days > 20 ? shortDate(dueAt) : `in ${counted(days)}`;
}

/** How long something has been there, for a list: `5 min`, `3 hrs`, `12 days`. */
export function ageInWords(since: Date, now: Date): string {
	const minutes = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 60_000));
	if (minutes < 60) return `${minutes} min`;
	const hours = Math.floor(minutes / 60);
	if (hours < 24) return `${hours} hr${hours === 1 ? "" : "s"}`;
	return counted(Math.floor(hours / 24));
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
