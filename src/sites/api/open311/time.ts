import { isWrong, type Wrong, wrong } from "./answers.ts";

// W3C's profile of ISO 8601, with an offset: a day alone, or a time of nobody's zone, means nothing here. A plus sign that
// was not percent-encoded arrives as a space.
const shape = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d{1,9})?(Z|[+ -]\d{2}:\d{2})$/;

export function readDateTime(text: string): Date | undefined {
	const parts = shape.exec(text);
	if (!parts) return undefined;
	const [, moment = "", , zone = ""] = parts;
	const date = new Date(`${moment}${zone.replace(" ", "+")}`);
	// The 31st of June would become the 1st of July.
	const isReal = new Date(`${moment}Z`).toJSON()?.startsWith(moment) ?? false;
	return isReal && !Number.isNaN(date.getTime()) ? date : undefined;
}

/** `2026-03-02T09:46:55Z`. */
export function dateTime(date: Date): string {
	return `${date.toISOString().slice(0, 19)}Z`;
}

export type Span = { from: Date; to: Date };

const day = 86_400_000;
export const longestSpan = 90 * day;

/** The span that two arguments ask for, 90 days at most; the latest `usual` milliseconds when neither is given. */
export function readSpan(start: string, end: string, now: Date, usual: number): Span | Wrong {
	const from = readBound(start, "start_date");
	const to = readBound(end, "end_date");
	if (from && isWrong(from)) return from;
	if (to && isWrong(to)) return to;
	const last = to ?? new Date(from ? Math.min(from.getTime() + longestSpan, now.getTime()) : now.getTime());
	const first = from ?? new Date(last.getTime() - (to ? longestSpan : usual));
	if (last.getTime() - first.getTime() > longestSpan)
		return wrong(400, "start_date and end_date can be 90 days apart at most.");
	if (last < first && from && to) return wrong(400, "end_date is before start_date.");
	return { from: first, to: last };
}

function readBound(text: string, name: string): Date | Wrong | undefined {
	if (text === "") return undefined;
	return (
		readDateTime(text) ?? wrong(400, `${name} must be a date and time with its offset, such as 2026-03-04T09:30:00Z.`)
	);
}
