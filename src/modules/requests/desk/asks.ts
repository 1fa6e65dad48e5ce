/** The questions that an officer answers with a step, on a form of the desk that asks for other things too. */
import type { Html } from "../../../platform/html/html.ts";
import {
	answerInWords,
	type Answers,
	type Form,
	pathOf,
	questionFields,
	type Question,
	type ReadPage,
} from "../../forms/index.ts";

/** Keeps the names of questions apart from those of the form's own boxes. */
const prefix = "asks-";
const named = (id: string) => `${prefix}${id}`;

/** Of all that a form brought, what was typed for the questions, by question. */
export function typedForQuestions(posted: Readonly<Record<string, unknown>>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(posted)
			.filter(([name]) => name.startsWith(prefix))
			.map(([name, typed]) => [name.slice(prefix.length), typed]),
	);
}

/** Where each thing that is wrong stands, for the list above the form. */
export function problemsIn({ problems }: Pick<ReadPage, "problems">): { text: string; href: string }[] {
	return problems.map(({ message, field }) => ({ text: message, href: `#${named(field)}` }));
}

/** The boxes of the questions that these answers lead to, as they were typed. */
export function asksView(form: Form, read: ReadPage): Html {
	const questions = pathOf(form, read.answers).flatMap((page) => page.questions);
	return questionFields(questions, read, named);
}

export type AnswerLine = { question: string; answer: string };

/** Answers in words, in the order they were asked; those that are sealed to the reader are only counted. */
export function answerLines(
	questions: Iterable<Question>,
	answers: Answers,
	maySeeSealed: boolean,
): { answers: AnswerLine[]; sealed: number } {
	const given = [...questions].filter(({ id }) => answers[id] !== undefined);
	const shown = given.filter((question) => maySeeSealed || !question.sealed);
	return {
		answers: shown.map((question) => ({
			question: question.called ?? question.ask,
			answer: answerInWords(question, answers[question.id]),
		})),
		sealed: given.length - shown.length,
	};
}
