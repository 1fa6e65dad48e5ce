/** Questions and answers: the language of forms, who is asked what, reading what was typed, and drafts. */
export type { AddressAnswer, Answers, AnswerValue, PhotoAnswer, PlaceAnswer } from "./answer.ts";
export { BrokenCondition, type Condition, compileCondition, type Names } from "./conditions.ts";
export { BrokenForm, compileForm, type Form, type Stop } from "./form.ts";
export { headingOf } from "./faults.ts";
export { firstUnanswered, pageAfter, pageBefore, pageOf, pathOf, stopAfter, withoutHidden } from "./path.ts";
export { answerInWords } from "./words.ts";
export {
	conditionShape,
	type FormDefinition,
	formShape,
	type Kind,
	type Option,
	type PageOfQuestions,
	type Question,
} from "./question.ts";
