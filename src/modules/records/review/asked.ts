/** What narrows the pairs, as it stands in addresses and forms. */
import { z } from "zod";
import { type PairFilter, pairOrders, pairStates, pairViews } from "./queue.ts";

const word = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string().trim().max(100)).catch("");

/** Shared by the list, a pair's page and the form on it, so that the next pair is the next of the same list. */
export const listShape = {
	view: z.enum(pairViews).catch("judge"),
	order: z.enum(pairOrders).catch("surest"),
	source: word,
};

/** What became of the pair that was judged last. */
export const doneShape = z.enum(pairStates).optional().catch(undefined);

export const askedShape = z.object({ ...listShape, after: word, before: word, done: doneShape });

export type ListAsked = { view: PairFilter["view"]; order: PairFilter["order"]; source: string };

export function filterOf({ view, order, source }: ListAsked): PairFilter {
	return { view, order, source: source || undefined };
}

/** With what is not as it would be anyway. */
export function addressOf(
	path: string,
	{ view, order, source }: ListAsked,
	more: Readonly<Record<string, string>> = {},
): string {
	const asked = new URLSearchParams({
		...(view === "judge" ? {} : { view }),
		...(order === "surest" ? {} : { order }),
		...(source === "" ? {} : { source }),
		...more,
	});
	return asked.size === 0 ? path : `${path}?${asked}`;
}
