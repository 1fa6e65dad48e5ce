import type { Answers } from "./answer.ts";
import type { PageOfQuestions } from "./definition.ts";
import type { Question } from "./question.ts";

/** A page, or questions that are asked together without one. */
export type Asked = Pick<PageOfQuestions, "questions"> & Partial<Pick<PageOfQuestions, "needs">>;

/** What a page needs one of, as far as this customer is asked it. */
type Need = { readonly oneOf: readonly Question[]; readonly error: string };

export function needsOf({ questions, needs = [] }: Asked): Need[] {
	return needs
		.map((need) => ({ oneOf: questions.filter(({ id }) => need["one-of"].includes(id)), error: need.error }))
		.filter(({ oneOf }) => oneOf.length > 0);
}

/** Those of which none was answered. */
export function unmetNeeds(page: Asked, answers: Answers): Need[] {
	return needsOf(page).filter(({ oneOf }) => oneOf.every(({ id }) => answers[id] === undefined));
}
