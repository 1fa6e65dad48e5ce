import type { Context } from "../../../platform/context/index.ts";
import { type Answer, redirect } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { type Answers, type Draft, type PageOfQuestions, returning, type Typed } from "../../../modules/forms/index.ts";
import { answersAt, savedAt } from "./addresses.ts";
import { gone, type Step } from "./step.ts";

/** Whether they pressed "Save and come back later". */
export function goesLater(form: Readonly<Record<string, unknown>>): boolean {
	return form["_save"] === "later";
}

/** The mark that the page was shown with. */
export function wasOf(form: Readonly<Record<string, unknown>>): string | undefined {
	const was = form["_was"];
	return typeof was === "string" ? was : undefined;
}

/** Keeps all until they come back: `unfinished` is what could not be kept as answers. */
export async function leave(ctx: Context, step: Step, unfinished?: returning.Unfinished): Promise<Answer> {
	const kept = unfinished && (await returning.keepTyped(ctx, step.key, unfinished));
	const saved = kept && isRefusal(kept) ? kept : await returning.saveForLater(ctx, step.key);
	if (!isRefusal(saved)) return redirect(savedAt(step.journey));
	return saved.code === "gone" ? gone(ctx, step.service.id) : redirect(answersAt(step.journey));
}

/** What stands in the boxes of a page before it is answered: what is known of the customer. */
export function heldOn({ answers, known, seen }: Draft, page: PageOfQuestions): Answers {
	if (seen.includes(page.id)) return answers;
	const before = page.questions.flatMap(({ id }) => {
		const value = known[id]?.value;
		return value === undefined ? [] : [[id, value] as const];
	});
	return before.length === 0 ? answers : { ...Object.fromEntries(before), ...answers };
}

/** What was typed at `at` when they went, to be shown there again. */
export function typedAt({ unfinished }: Draft, at: string): { typed?: Readonly<Record<string, Typed>> } {
	return unfinished?.at === at ? { typed: unfinished.typed } : {};
}
