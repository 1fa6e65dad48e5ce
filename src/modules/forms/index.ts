/** Questions and answers: the language of forms, who is asked what, reading what was typed, and drafts. */
import { defineModule } from "../../platform/module/index.ts";
import { sweepDrafts } from "./actions.ts";

export * as groups from "./groups.ts";
export * as script from "./script/index.ts";
export {
	addFiles,
	removeFile,
	saveAnswers,
	startDraft,
	type SubmittedDraft,
	withDraftForSubmission,
} from "./actions.ts";
export {
	type AddressAnswer,
	type Answers,
	type AnswerValue,
	type BankAnswer,
	filesIn,
	itemsOf,
	filesOf,
	type FileAnswer,
	isAddress,
	isPlace,
	type PlaceAnswer,
	storedAnswers,
} from "./answer.ts";
export {
	type Around,
	type Condition,
	compileCondition,
	conditionFault,
	type Names,
} from "./conditions.ts";
export { type Form, type Stop, tryForm } from "./form.ts";
export { conditionInWords } from "./conditionSaid.ts";
export { headingOf } from "./faults.ts";
export {
	checksAfter,
	firstUnanswered,
	pageAfter,
	pageBefore,
	pageOf,
	pathOf,
	risksAfter,
	risksIn,
	stopAfter,
	withoutHidden,
} from "./path.ts";
export { type RemovedAnswer, removedInWords } from "./removed.ts";
export { answerInWords } from "./words.ts";
export { type Check, type FormDefinition, formShape, type PageOfQuestions } from "./definition.ts";
export {
	conditionShape,
	type Kind,
	mustBeAnswered,
	type Option,
	optionShape,
	type Question,
	questionShape,
} from "./question.ts";
export * as returning from "./returning/index.ts";
export * as sources from "./sources.ts";
export { type Draft, type DraftKey, draftOf, startedSince, type SubmittedAs } from "./queries.ts";
export { type ReadPage, readAll, readAnswers } from "./reading/answers.ts";
export { kindsFor, tooMany } from "./reading/files.ts";
export { typedOf } from "./reading/typed.ts";
export type { AssetOffer } from "./views/place.ts";
export type { AddressOffer } from "./views/address.ts";
export type { Area, FoundAddress, Problem, Reading, Terms, Typed } from "./reading/reading.ts";
export { type AnswerLinks, checkAnswersList } from "./views/answers.ts";
export { questionFields } from "./views/fields.ts";
export { problemSummary, questionPage, type QuestionPageProps } from "./views/page.ts";
export type { FilesSoFar } from "./views/files.ts";

export const formsModule = defineModule({
	name: "forms",
	daily: [{ at: "40 2 * * *", does: "forget drafts nobody has touched for 28 days", run: sweepDrafts }],
	personalData: [
		{
			table: "forms.draft",
			what: "answers given so far, which may say who the customer is and what happened",
			purpose: "to let a customer go back, change an answer, and send once",
			basis: "UK GDPR Article 6(1)(e): the council's tasks in the public interest",
			kept: "28 days after the last change",
		},
		{
			table: "forms.draft_link",
			what: "the first letter and the domain of the email address that a link to a draft was sent to",
			purpose: "to let a customer see which links to their answers there are, and withdraw one",
			basis: "UK GDPR Article 6(1)(e): the council's tasks in the public interest",
			kept: "as long as the draft",
		},
		{
			table: "forms.draft_browser",
			what: "which other browsers opened a draft by a link or a code, by a hash",
			purpose: "to let a customer go on with it on another device",
			basis: "UK GDPR Article 6(1)(e): the council's tasks in the public interest",
			kept: "as long as the draft",
		},
		{
			table: "forms.draft_officer",
			what: "which officer opened a customer's draft to help with it, and when",
			purpose: "to let them help for that day, and to account for it",
			basis: "UK GDPR Article 6(1)(e): the council's tasks in the public interest",
			kept: "as long as the draft",
		},
	],
});
