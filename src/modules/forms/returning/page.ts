import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Answers } from "../answer.ts";
import type { PageOfQuestions } from "../definition.ts";
import type { Draft, DraftHolder } from "../queries.ts";
import type { Typed } from "../reading/reading.ts";

/** What was typed on a page, which its address within the form names, as the page shows it again. */
const unfinishedShape: z.ZodType<Unfinished> = z.object({
	at: z.string(),
	typed: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.record(z.string(), z.string())])),
});
export type Unfinished = { readonly at: string; readonly typed: Readonly<Record<string, Typed>> };

export function storedUnfinished(value: unknown): Unfinished | undefined {
	return value === null ? undefined : unfinishedShape.parse(value);
}

/** No answer is longer, and none has more parts: what is more is no slip of the hand, and anybody may begin a draft. */
const longest = 20_000;
const mostParts = 100;

/** The same as it is kept: cut where nobody's answer ends. */
export function keptUnfinished({ at, typed }: Unfinished): Unfinished {
	return { at, typed: Object.fromEntries(Object.entries(typed).map(([id, one]) => [id, cut(one)])) };
}

function cut(typed: Typed): Typed {
	if (typeof typed === "string") return typed.slice(0, longest);
	if (Array.isArray(typed)) return typed.slice(0, mostParts).map((one) => String(one).slice(0, longest / mostParts));
	return Object.fromEntries(Object.entries(typed).map(([part, text]) => [part, text.slice(0, longest)]));
}

const writersShape = z.record(z.string(), z.string());
/** By page, a mark of the browser or the officer. */
export type Writers = Readonly<z.infer<typeof writersShape>>;

export function storedWriters(value: unknown): Writers {
	return writersShape.parse(value);
}

/** Tells one who has a draft from another who has it, and says nothing more of them. */
export function writerOf(key: DraftHolder): string {
	return "officerId" in key ? `officer ${key.officerId}` : key.browserHash.toString("base64url").slice(0, 8);
}

/** What stood on a page: it changes when any answer on it does. */
export function markOf({ questions }: Pick<PageOfQuestions, "questions">, answers: Answers): string {
	const held = questions.map(({ id }) => answers[id] ?? null);
	return createHash("sha256").update(JSON.stringify(held)).digest("base64url").slice(0, 12);
}

/** Whether somebody else answered the page otherwise since it was shown with the mark `was`. Two who say the same agree. */
export function isOvertaken(
	draft: Draft,
	key: DraftHolder,
	page: PageOfQuestions,
	answers: Answers,
	was: string | undefined,
): boolean {
	const writer = draft.writers[page.id];
	if (was === undefined || writer === undefined || writer === writerOf(key)) return false;
	if (markOf(page, draft.answers) === was) return false;
	return page.questions.some(({ id }) => !isDeepStrictEqual(draft.answers[id], answers[id]));
}
