import type { Answers, AnswerValue } from "../answer.ts";
import type { Form } from "../form.ts";
import { pathOf, withoutHidden } from "../path.ts";
import { type Asked, unmetNeeds } from "../needs.ts";
import type { Question } from "../question.ts";
import { readAddress } from "./address.ts";
import { readChoice, readChoices } from "./choice.ts";
import { readBank } from "./bank.ts";
import { readDate } from "./date.ts";
import { readFiles } from "./files.ts";
import { readGroup } from "./group.ts";
import { readMoney } from "./money.ts";
import { readNinoAnswer } from "./nino.ts";
import { readNumber } from "./number.ts";
import { readPlace } from "./place.ts";
import { readEmailAnswer, readPhoneAnswer } from "./reach.ts";
import { firstField, type Problem, type Reading, type Terms, type Typed } from "./reading.ts";
import { readName, readText } from "./text.ts";
import { readVehicleAnswer } from "./vehicle.ts";

export type ReadPage = {
	/** What was answered well, by question. */
	readonly answers: Answers;
	/** Everything as typed, to be shown again. */
	readonly typed: Readonly<Record<string, Typed>>;
	readonly problems: readonly Problem[];
};

/**
 * Reads what was typed on a page. `typed` is whatever came: nothing in it makes this throw. `held` are the answers kept so
 * far: files are taken from there, and dates are held against them.
 */
export function readAnswers(
	page: Asked,
	typed: Readonly<Record<string, unknown>>,
	terms: Terms,
	held: Answers = {},
): ReadPage {
	const answers: Record<string, AnswerValue> = {};
	const before = { ...held };
	for (const { id } of page.questions) delete before[id];
	const shown: Record<string, Typed> = {};
	const problems: Problem[] = [];
	for (const question of page.questions) {
		const raw = Object.hasOwn(typed, question.id) ? typed[question.id] : undefined;
		const reading = readAnswer(question, raw, { ...terms, earlier: { ...before, ...answers } }, held[question.id]);
		shown[question.id] = reading.typed;
		if (reading.value !== undefined) answers[question.id] = reading.value;
		problems.push(...reading.problems);
	}
	return { answers, typed: shown, problems: [...problems, ...needed(page, answers, problems)] };
}

/** A question whose answer is wrong is not also missing. */
function needed(page: Asked, answers: Answers, problems: readonly Problem[]): Problem[] {
	const wrong = new Set(problems.map(({ question }) => question));
	return unmetNeeds(page, answers).flatMap(({ oneOf, error }) => {
		const [first] = oneOf;
		if (!first || oneOf.some(({ id }) => wrong.has(id))) return [];
		return [{ question: first.id, field: firstField(first), message: error }];
	});
}

/** Reads one answer, typed or sent by another system. */
export function readAnswer(question: Question, raw: unknown, terms: Terms, held?: AnswerValue): Reading {
	switch (question.kind) {
		case "text":
		case "long-text":
			return readText(question, raw);
		case "name":
			return readName(question, raw);
		case "choice":
		case "select":
		case "yes-no":
		case "declaration":
			return readChoice(question, raw);
		case "choices":
			return readChoices(question, raw);
		case "date":
			return readDate(question, raw, terms);
		case "number":
			return readNumber(question, raw);
		case "email":
			return readEmailAnswer(question, raw);
		case "phone":
			return readPhoneAnswer(question, raw);
		case "money":
			return readMoney(question, raw);
		case "nino":
			return readNinoAnswer(question, raw);
		case "vehicle":
			return readVehicleAnswer(question, raw);
		case "bank":
			return readBank(question, raw);
		case "address":
		case "property":
			return readAddress(question, raw, terms);
		case "place":
			return readPlace(question, raw, terms);
		case "photos":
		case "files":
			return readFiles(question, held);
		case "group":
			return readGroup(question, raw, terms);
		case "information":
			return { typed: "", problems: [] };
	}
}

/** Reads a whole form at once, page after page as its answers lead, as an API or a script on the phone gives it. */
export function readAll(
	form: Form,
	typed: Readonly<Record<string, unknown>>,
	terms: Terms,
	held: Answers = {},
): ReadPage {
	let answers: Answers = {};
	const problems: Problem[] = [];
	const shown: Record<string, Typed> = {};
	const done = new Set<string>();
	for (;;) {
		const page = pathOf(form, answers).find((one) => !done.has(one.id));
		if (!page) return { answers: withoutHidden(form, answers).answers, typed: shown, problems };
		done.add(page.id);
		const read = readAnswers(page, typed, terms, { ...held, ...answers });
		answers = { ...answers, ...read.answers };
		Object.assign(shown, read.typed);
		problems.push(...read.problems);
	}
}
