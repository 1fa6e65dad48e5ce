import type { Context } from "../../../platform/context/index.ts";
import { refuse, type Refusal } from "../../../platform/refusal/index.ts";
import { type Answers, filesIn, type Form, readAll, type ReadPage } from "../../forms/index.ts";

/** What was typed on a form of the desk for the questions of a stage, an outcome or a task, by question. */
export type FilledIn = Readonly<Record<string, unknown>>;

/** Read as the public's answers are, with the same words for what is wrong. `kept` are the files that were added. */
export function readFilledIn(ctx: Context, form: Form, filledIn: FilledIn, kept: Answers = {}): ReadPage {
	return readAll(form, filledIn, { now: ctx.now }, kept);
}

/** What is saved of them: the files are kept with the line of the timeline. */
export function filledInFiles(answers: Answers | undefined): string[] {
	return answers === undefined ? [] : filesIn(answers).map(({ fileId }) => fileId);
}

/** The officer's answers; undefined when nothing is asked. Refused with everything as it was typed. */
export function fillIn(
	ctx: Context,
	form: Form | undefined,
	filledIn: FilledIn,
	kept: Answers = {},
): Answers | undefined | Refusal<"answers-needed", ReadPage> {
	if (!form) return undefined;
	const read = readFilledIn(ctx, form, filledIn, kept);
	return read.problems.length > 0 ? refuse("answers-needed", read) : read.answers;
}
