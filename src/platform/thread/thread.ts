/** One thread of what happened with somebody, made of what several rooms hold, the latest first. */
import type { Place } from "./cursor.ts";

/** One thing that happened. */
export type ThreadLine = {
	readonly id: string;
	readonly at: Date;
	/** What sort of thing, for whoever wants to see only some. */
	readonly kind: string;
	readonly title: string;
	/** Where it stands, and what people call that. */
	readonly href: string;
	readonly about: string;
	/** Who did it; empty where it goes without saying. */
	readonly by: string;
	/** What was said or written, where there is something. */
	readonly words: string | null;
};

/** Up to `limit` lines that are earlier than `before`, of the kinds and with all of the words that were asked for. */
export type ThreadAsked = {
	readonly before?: Place | undefined;
	readonly limit: number;
	/** Every kind when undefined. */
	readonly kinds?: readonly string[] | undefined;
	readonly words?: readonly string[] | undefined;
};

/**
 * The latest `limit` lines of threads that were each asked for one more than that, and the place to go on from; it is
 * absent when there is nothing earlier. Nothing is left out between two pages: each room was asked from the same place.
 */
export function oneThread(
	threads: readonly (readonly ThreadLine[])[],
	limit: number,
): { lines: ThreadLine[]; next: Place | undefined } {
	const all = threads.flat().toSorted(latestFirst);
	const lines = all.slice(0, limit);
	const last = all.length > limit ? lines.at(-1) : undefined;
	return { lines, next: last && { at: last.at, id: last.id } };
}

/** As PostgreSQL orders `(at, id)`: ids as they are written compare alike. */
function latestFirst(a: ThreadLine, b: ThreadLine): number {
	return b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);
}
