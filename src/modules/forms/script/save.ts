import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Context } from "../../../platform/context/index.ts";
import { isRefusal, refuse, type Refusal } from "../../../platform/refusal/index.ts";
import { changeDraft, type NotSaved } from "../actions.ts";
import type { Answers } from "../answer.ts";
import type { Form } from "../form.ts";
import { pathOf, withoutHidden } from "../path.ts";
import type { Draft, DraftKey } from "../queries.ts";
import { removedSoFar } from "../removed.ts";
import { writerOf } from "../returning/page.ts";
import type { Given } from "./given.ts";
import { endsAtStop } from "./read.ts";

/** Somebody else, or another window, changed the answers since they were shown: nothing was kept. */
export type Overtaken = Refusal<"overtaken", { draft: Draft }>;

/**
 * Keeps a whole form's answers in place of those there were. `was` is the mark (`markOfAnswers`) of the answers that were shown;
 * when others are there now, nothing is kept. `given` is all that
 * stood on the screen, where some of it is no answer yet. Advice that lets nobody on drops nothing that was answered before it.
 */
export async function saveForm(
	ctx: Context,
	key: DraftKey,
	form: Form,
	{ answers, was, given }: { answers: Answers; was: string; given: Given | undefined },
): Promise<{ draft: Draft } | NotSaved | Overtaken> {
	const saved = await changeDraft(ctx, key, (draft) => {
		const overtaken = markOfAnswers(draft.answers) !== was && !isDeepStrictEqual(draft.answers, answers);
		return overtaken ? { draft, overtaken } : { draft: withForm(form, draft, key, { answers, given }), overtaken };
	});
	if (isRefusal(saved)) return saved;
	return saved.overtaken ? refuse("overtaken", { draft: saved.draft }) : { draft: saved.draft };
}

type Kept = { answers: Answers; given: Given | undefined };

function withForm(form: Form, draft: Draft, key: DraftKey, { answers, given }: Kept): Draft {
	const merged = endsAtStop(form, answers) ? { ...draft.answers, ...answers } : answers;
	const kept = endsAtStop(form, answers) ? merged : withoutHidden(form, merged).answers;
	const changed = [...form.questions.keys()].filter((id) => !isDeepStrictEqual(draft.answers[id], kept[id]));
	const asked = new Set(pathOf(form, kept).flatMap((page) => page.questions.map(({ id }) => id)));
	const answered = pathOf(form, kept).filter((page) => page.questions.some(({ id }) => kept[id] !== undefined));
	const pages = pathOf(form, kept).filter((page) => page.questions.some(({ id }) => changed.includes(id)));
	return {
		...draft,
		answers: kept,
		unfinished: given && { at: onScreen, typed: { [onScreen]: JSON.stringify(given) } },
		writers: { ...draft.writers, ...Object.fromEntries(pages.map(({ id }) => [id, writerOf(key)])) },
		seen: [...new Set([...draft.seen, ...answered.map(({ id }) => id)])],
		removed: removedSoFar(draft.removed, {
			dropped: changed.filter((id) => kept[id] === undefined && !asked.has(id)),
			changed: changed.filter((id) => asked.has(id)),
			answers: kept,
		}),
	};
}

/** No page's name: what was typed on the screen of the whole form. */
const onScreen = "*";

const givenShape = z.record(z.string(), z.unknown());

/** All that stood on the screen when it was last kept, where some of it was no answer yet. */
export function unfinishedGiven({ unfinished }: Draft): Given | undefined {
	const typed = unfinished?.at === onScreen ? unfinished.typed[onScreen] : undefined;
	return typeof typed === "string" ? givenShape.parse(JSON.parse(typed)) : undefined;
}

/** Tells one set of answers from another, in whatever order a database gives their parts back. */
export function markOfAnswers(answers: Answers): string {
	return createHash("sha256").update(JSON.stringify(answers, inOrder)).digest("base64url").slice(0, 16);
}

function inOrder(_: string, value: unknown): unknown {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
