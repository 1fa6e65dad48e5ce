import type { Answers } from "../answer.ts";
import type { PageOfQuestions } from "../definition.ts";
import type { Form } from "../form.ts";
import { pathOf, stopAfter } from "../path.ts";
import { readAll } from "../reading/answers.ts";
import type { Problem, Terms, Typed } from "../reading/reading.ts";
import { type Given, itemsGiven } from "./given.ts";

/** A whole form as it stands on one screen. */
export type ReadScript = {
	/** The pages that these answers lead to, in order, each with the questions that are asked. */
	readonly pages: readonly PageOfQuestions[];
	readonly answers: Answers;
	readonly typed: Readonly<Record<string, Typed>>;
	readonly given: Given;
	readonly problems: readonly Problem[];
};

/** Reads what stands on the screen, page after page as its answers lead. */
export function readScript(form: Form, given: Given, terms: Terms, held: Answers = {}): ReadScript {
	const listed: Record<string, unknown> = { ...given };
	for (const question of form.questions.values()) {
		if (question.kind === "group") listed[question.id] = itemsGiven(question, given[question.id]);
	}
	const { answers, typed, problems } = readAll(form, listed, { ...terms, form }, held);
	return { pages: pathOf(form, answers), answers, typed, given: listed, problems };
}

/** Whether advice ends the form where these answers lead: nothing is sent. */
export function endsAtStop(form: Form, answers: Answers): boolean {
	const last = pathOf(form, answers).at(-1);
	const stop = last && stopAfter(form, last.id, answers);
	return stop !== undefined && stop.continue === undefined;
}
