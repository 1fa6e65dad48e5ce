import { didYouMean, type Fault, type Path } from "../../platform/module/index.ts";
import type { Answers, AnswerValue } from "./answer.ts";
import type { FormDefinition } from "./definition.ts";
import type { Question } from "./question.ts";

/** Whether a date comes before the one that it may not come before. Dates as they are kept sort as text. */
export function isTooEarly(question: Question, value: AnswerValue, earlier: Answers): boolean {
	if (question.kind !== "date" || question["not-before"] === undefined) return false;
	const first = earlier[question["not-before"]];
	return typeof value === "string" && typeof first === "string" && value < first;
}

/** A date can only be held against one that was asked before it. */
export function beforeFaults({ pages }: FormDefinition): Fault[] {
	const asked = pages.flatMap((page, at) =>
		page.questions.map((question, place) => ({ question, path: ["pages", at, "questions", place] })),
	);
	return faultsAmong(asked, []);
}

type Asked = { readonly question: Question; readonly path: Path };

function faultsAmong(asked: readonly Asked[], outside: readonly Question[]): Fault[] {
	const known = [...outside];
	return asked.flatMap(({ question, path }) => {
		const earlier = [...known];
		known.push(question);
		if (question.kind === "group") {
			const inside = question.questions.map((inner, at) => ({ question: inner, path: [...path, "questions", at] }));
			return faultsAmong(inside, earlier);
		}
		return faultOf(question, path, earlier);
	});
}

function faultOf(question: Question, path: Path, earlier: readonly Question[]): Fault[] {
	if (question.kind !== "date" || question["not-before"] === undefined) return [];
	const dates = earlier.filter(({ kind }) => kind === "date").map(({ id }) => id);
	const named = question["not-before"];
	if (dates.includes(named)) return [];
	const sentence = `“${question.id}” may not come before “${named}”, and no question for a date before it is called that.${didYouMean(named, dates)}`;
	return [{ path: [...path, "not-before"], sentence }];
}
