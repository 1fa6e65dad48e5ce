/** Questions that are answered beside a service's form, page by page. What was answered so far is held where they belong. */
import { validate as isId } from "uuid";
import type { Context } from "../../../platform/context/index.ts";
import {
	type Answers,
	answerInWords,
	type AnswerValue,
	firstUnanswered,
	type Form,
	pageAfter,
	pageOf,
	type PageOfQuestions,
	pathOf,
	type Problem,
	readAnswers,
	type Typed,
	withoutHidden,
} from "../../forms/index.ts";
import { type Sent, takeFiles, withoutFile } from "./files.ts";
import { termsOf } from "./terms.ts";

export type Sheet = { readonly form: Form; readonly held: Answers };

/** What an address and a form say of the step: which page, and whether files are only added or one of them taken away. */
export type Step = { page: string; stay: boolean; remove: string };

export type Posted = {
	held: Answers;
	/** `done` when nothing is left to be asked. */
	next:
		| { kind: "again"; typed: Readonly<Record<string, Typed>>; problems: Problem[] }
		| { kind: "page"; id: string }
		| { kind: "done" };
	page: PageOfQuestions;
};

/** The page that the address names when it is this person's to answer now, else the first that is left, else the first. */
export function pageAt({ form, held }: Sheet, id: string): PageOfQuestions {
	const page = pageOf(form, id, held) ?? firstUnanswered(form, held) ?? pathOf(form, held)[0];
	if (!page) throw new Error("A sheet asks nothing.");
	return page;
}

/** Reads one page as it was posted. What was answered well is held, whatever else is wrong. */
export async function readPosted(
	ctx: Context,
	sheet: Sheet,
	step: Step,
	typed: Readonly<Record<string, unknown>>,
	sent: Sent,
): Promise<Posted> {
	const { form } = sheet;
	const page = pageAt(sheet, step.page);
	const files = await takeFiles(ctx, page, sheet.held, sent);
	const before = isId(step.remove) ? withoutFile(page, files.held, step.remove) : files.held;
	const read = readAnswers(page, typed, termsOf(ctx), before);
	const { answers: held } = withoutHidden(form, { ...before, ...read.answers });
	const rightNow = step.stay || step.remove !== "";
	const problems = [...files.problems, ...(rightNow ? [] : read.problems)];
	if (problems.length > 0) return { held, page, next: { kind: "again", typed: read.typed, problems } };
	if (rightNow) return { held, page, next: { kind: "page", id: page.id } };
	const next = pageAfter(form, page.id, held) ?? firstUnanswered(form, held);
	return { held, page, next: next ? { kind: "page", id: next.id } : { kind: "done" } };
}

/** The answers without those that are sealed. */
export function openAnswers(form: Form, answers: Answers): Answers {
	return Object.fromEntries(Object.entries(answers).filter(([id]) => form.questions.get(id)?.sealed !== true));
}

export type Line = { question: string; answer: string; sealed: boolean };

/** What was answered, in the order it was asked. */
export function linesOf(form: Form, answers: Answers): Line[] {
	return pathOf(form, answers).flatMap(({ questions }) =>
		questions.flatMap((question) => {
			const value: AnswerValue | undefined = answers[question.id];
			const answer = answerInWords(question, value);
			return answer === "" ? [] : [{ question: question.called ?? question.ask, answer, sealed: question.sealed }];
		}),
	);
}

/** The same as a note that every officer of the request may read; what is sealed is only counted. */
export function noteOf(form: Form, answers: Answers): string {
	const lines = linesOf(form, answers);
	const sealed = lines.filter((line) => line.sealed).length;
	const open = lines
		.filter((line) => !line.sealed)
		.map(({ question, answer }) => `${question}${question.endsWith("?") ? "" : ":"} ${answer}`);
	const hidden = sealed === 0 ? [] : [sealed === 1 ? "One answer is sealed." : `${sealed} answers are sealed.`];
	return [...open, ...hidden].join("\n");
}
