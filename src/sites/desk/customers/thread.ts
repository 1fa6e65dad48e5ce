import { z } from "zod";
import type { OfficerContext } from "../../../platform/context/index.ts";
import {
	oneThread,
	readCursor,
	type ThreadAsked,
	type ThreadLine,
	writeCursor,
} from "../../../platform/thread/index.ts";
import { timelineOf as messagesOf } from "../../../modules/messages/index.ts";
import type { Tree } from "../../../modules/records/index.ts";
import { cards } from "../../../modules/requests/index.ts";

const threadSize = 30;
const word = z.string().trim().max(200).catch("");

/** What an address asks of the thread; what it got wrong shows more, never an error. */
export const threadQuery = z.object({ kind: word, words: word, before: word });
export type ThreadQuery = z.infer<typeof threadQuery>;

/** What a thread can be narrowed to, in words, and the kinds of lines that are meant. */
export const threadKinds: readonly { id: string; text: string; kinds: readonly string[] }[] = [
	{ id: "requests", text: "Requests", kinds: ["request"] },
	{ id: "said", text: "Questions and answers", kinds: ["said"] },
	{ id: "notes", text: "Notes", kinds: ["note"] },
	{ id: "work", text: "Work done", kinds: ["step"] },
	{ id: "messages", text: "Messages", kinds: ["message"] },
	{ id: "record", text: "Their record", kinds: ["record"] },
];

export type Thread = { lines: ThreadLine[]; next: string | undefined };

export function threadAsked({ kind, words, before }: ThreadQuery): ThreadAsked {
	return {
		before: readCursor(before),
		limit: threadSize + 1,
		kinds: threadKinds.find(({ id }) => id === kind)?.kinds,
		words: words.split(/\s+/).filter(Boolean).slice(0, 8),
	};
}

/** The lines that rooms hold of a customer, of those that the officer may read: each one more than a page. */
export async function roomLines(ctx: OfficerContext, tree: Tree, asked: ThreadAsked): Promise<ThreadLine[][]> {
	const { permissions } = ctx.actor;
	return Promise.all([
		permissions.has("requests.read") ? cards.timelineOf(ctx, tree.customerIds, asked) : [],
		permissions.has("messages.read") ? messagesOf(ctx, tree.customerIds, asked) : [],
	]);
}

/** A page of the one thread, and where the next begins. */
export function pageOf(threads: readonly (readonly ThreadLine[])[]): Thread {
	const { lines, next } = oneThread(threads, threadSize);
	return { lines, next: next && writeCursor(next) };
}
