/** How a date that was promised was worked out, in words. */
import {
	addCalendarMonths,
	addDays,
	type Calendar,
	dateInWords,
	dateTimeInWords,
	daysBetween,
	londonDate,
	shortDate,
	skippedBetween,
} from "../../../platform/time/index.ts";
import { type Clock, ruleOf, type Span, spanInWords } from "../../services/index.ts";
import { byWhen } from "./promise.ts";
import { courseOf, type Change, type ClockRun, elapsed, pausesOf } from "./run.ts";

export type Explained = {
	/** What is counted from when, as sentences. */
	rule: readonly string[];
	law: string | null;
	/** Each day that was passed over, with its name. */
	notCounted: readonly string[];
	/** What happened to it on the way, in order. */
	happened: readonly Happened[];
	/** How long it took, or has taken so far, with and without pauses. */
	elapsed: string;
};

/** `why` it might, by which law; null where it only went on. */
export type Happened = { when: string; what: string; why: string | null; law: string; who: string };

export function explainDue(run: ClockRun, clock: Clock | undefined, now: Date): Explained {
	const happened = happenedTo(run);
	if (!clock) {
		const rule = [`It started on ${dateTimeInWords(run.startedAt)}.`];
		return { rule, law: null, notCounted: [], happened, elapsed: elapsedInWords(run, false, now) };
	}
	const { from, span, law } = ruleOf(clock, run.startedAt, courseOf(run).longer);
	return {
		rule: [...startOf(run, clock, from), countedAs(run, span, from)],
		law,
		notCounted: "calendar" in span ? notCounted(run, span, from) : [],
		happened,
		elapsed: elapsedInWords(run, "hours" in span, now),
	};
}

function startOf({ startedAt }: ClockRun, clock: Clock, from: string): string[] {
	const until = clock["counts-until"];
	if (until === undefined || from === londonDate(startedAt)) return [];
	return [`It came on ${dateTimeInWords(startedAt)} and counts as of ${dateInWords(from)}. ${until.because}`];
}

function countedAs(run: ClockRun, span: Span, from: string): string {
	const paused = pausesOf(run).length === 0 ? "" : ", without the time it was paused";
	if ("hours" in span) return `${spanInWords(span)} after ${dateTimeInWords(run.startedAt)}${paused}.`;
	const next = "months" in span ? ", or the next working day" : "";
	return `${spanInWords(span)} after ${dateInWords(from)}${next}${paused}, until the end of that day.`;
}

/** Of working days each that was passed over while it ran; of months those at the end, to the next working day. */
function notCounted(run: ClockRun, span: Extract<Span, { calendar: Calendar }>, from: string): string[] {
	const due = londonDate(run.dueAt);
	const skipped = (start: string, end: string) =>
		skippedBetween(start, end, span.calendar).map(({ date, why }) => `${shortDate(date)}: ${why}`);
	if ("months" in span) {
		const end = addDays(addCalendarMonths(from, span.months), daysOf(run, run.dueAt).paused);
		return skipped(addDays(end, -1), due);
	}
	const pauses = pausesOf(run).map((pause) => ({
		from: londonDate(pause.from),
		to: pause.to === null ? due : londonDate(pause.to),
	}));
	const starts = [from, ...pauses.map((pause) => pause.to)];
	const ends = [...pauses.map((pause) => pause.from), due];
	return starts.flatMap((start, at) => skipped(start, ends[at] ?? due));
}

function happenedTo(run: ClockRun): Happened[] {
	return run.changes
		.filter((change, at) => !(change.kind === "resumed" && run.changes[at + 1]?.kind === "restarted"))
		.map((change) => ({
			when: dateTimeInWords(change.at),
			what: whatOf(change),
			// What paused it was said when it was.
			why: change.kind === "resumed" ? null : capital(change.because),
			law: change.law,
			who: change.who,
		}));
}

function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}

function whatOf({ kind, dueBefore, dueAfter }: Change): string {
	const until = dueAfter === null ? "" : byWhen(dueAfter);
	switch (kind) {
		case "paused":
			return `Paused. It was due by ${byWhen(dueBefore)}`;
		case "resumed":
			return `Went on. Due by ${until}`;
		case "extended":
			return `Made longer, from ${byWhen(dueBefore)} to ${until}`;
		case "restarted":
			return `Started again with all its time. It was due by ${byWhen(dueBefore)}`;
	}
}

function elapsedInWords(run: ClockRun, inHours: boolean, now: Date): string {
	const { total, paused } = inHours ? hoursOf(run, now) : daysOf(run, now);
	const unit = inHours ? "hour" : "day";
	const all = `${counted(total, unit)} ${run.stoppedAt === null ? "so far" : "in all"}`;
	if (pausesOf(run).length === 0) return `${all}.`;
	return `${all}. Paused for ${counted(paused, unit)} of that, so ${counted(total - paused, unit)} count.`;
}

/** Days as they are counted: the one it began on is not, the one it ended on is. */
function daysOf(run: ClockRun, now: Date): { total: number; paused: number } {
	const end = run.stoppedAt ?? now;
	const days = (from: Date, to: Date) => daysBetween(londonDate(from), londonDate(to));
	const paused = pausesOf(run).reduce((all, { from, to }) => all + days(from, to ?? end), 0);
	return { total: days(run.startedAt, end), paused };
}

const msPerHour = 3_600_000;

function hoursOf(run: ClockRun, now: Date): { total: number; paused: number } {
	const { total, paused } = elapsed(run, now);
	return { total: Math.floor(total / msPerHour), paused: Math.floor(paused / msPerHour) };
}

function counted(count: number, unit: string): string {
	return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
