import {
	type Answers,
	type AnswerValue,
	type PageOfQuestions,
	pathOf,
	type Question,
	readAnswers,
	risksAfter,
	stopAfter,
	type Terms,
	typedOf,
} from "../../forms/index.ts";
import type { Service } from "../service.ts";
import type { LifeEvent, Started } from "./event.ts";

/** What a service's questions are answered with before its customer begins it. */
export type Filled = {
	readonly answers: Answers;
	/** Whether a page need not be shown: all of what it asks was asked already, and nothing is said or looked up after it. */
	readonly covers: (page: PageOfQuestions, held: Answers) => boolean;
};

/** The answers that a life event gives to a service's questions, each only if the service would have taken it from the customer. */
export function filledFrom(event: LifeEvent, started: Started, service: Service, given: Answers, terms: Terms): Filled {
	const answers: Record<string, AnswerValue> = {};
	for (const [id, from] of Object.entries(started.fills)) {
		const question = service.form.questions.get(id);
		const value = typeof from === "string" ? given[from] : valueOf(question, from.is);
		if (question && value !== undefined && isTaken(question, value, terms, answers)) answers[id] = value;
	}
	const asked = askedIn(event, given);
	const wasAsked = ({ id, optional }: Question): boolean => {
		const from = started.fills[id];
		return answers[id] !== undefined || (optional && typeof from === "string" && asked.has(from));
	};
	return {
		answers,
		covers: (page, held) => page.questions.every(wasAsked) && !leadsElsewhere(service, page, { ...held, ...answers }),
	};
}

function valueOf(question: Question | undefined, is: string): AnswerValue {
	return question?.kind === "choices" ? [is] : is;
}

function isTaken(question: Question, value: AnswerValue, terms: Terms, held: Answers): boolean {
	const page = { questions: [question], needs: [] };
	return readAnswers(page, { [question.id]: typedOf(question, value) }, terms, held).problems.length === 0;
}

function askedIn({ form }: LifeEvent, given: Answers): ReadonlySet<string> {
	return new Set(pathOf(form, given).flatMap(({ questions }) => questions.map(({ id }) => id)));
}

/** Advice, a risk, a look-up or reports nearby may follow it: the customer must come past. */
function leadsElsewhere({ definition, form }: Service, page: PageOfQuestions, answers: Answers): boolean {
	const asksPlace = page.questions.some(({ id }) => id === definition.register.place);
	return (
		page.checks.length > 0 ||
		stopAfter(form, page.id, answers) !== undefined ||
		risksAfter(form, page.id, answers).length > 0 ||
		(definition.nearby !== undefined && asksPlace)
	);
}
