import type { Answers, AnswerValue } from "../answer.ts";
import type { Form } from "../form.ts";
import { pathOf, withoutHidden } from "../path.ts";
import type { PageOfQuestions, Question } from "../question.ts";
import { readAddress } from "./address.ts";
import { readChoice, readChoices } from "./choice.ts";
import { readDate } from "./date.ts";
import { readNumber } from "./number.ts";
import { readPhotos } from "./photos.ts";
import { readPlace } from "./place.ts";
import { readEmailAnswer, readPhoneAnswer } from "./reach.ts";
import type { Problem, Reading, Terms, Typed } from "./reading.ts";
import { readName, readText } from "./text.ts";

export type ReadPage = {
	/** What was answered well, by question. */
	readonly answers: Answers;
	/** Everything as typed, to be shown again. */
	readonly typed: Readonly<Record<string, Typed>>;
	readonly problems: readonly Problem[];
};

/**
 * Reads what was typed on a page. `typed` is whatever came: nothing in it makes this throw. `held` are the answers kept so
 * far, of which only photos are looked at.
 */
export function readAnswers(
	page: Pick<PageOfQuestions, "questions">,
	typed: Readonly<Record<string, unknown>>,
	terms: Terms,
	held: Answers = {},
): ReadPage {
	const answers: Record<string, AnswerValue> = {};
	const shown: Record<string, Typed> = {};
	const problems: Problem[] = [];
	for (const question of page.questions) {
		const raw = Object.hasOwn(typed, question.id) ? typed[question.id] : undefined;
		const reading = readAnswer(question, raw, terms, held[question.id]);
		shown[question.id] = reading.typed;
		if (reading.value !== undefined) answers[question.id] = reading.value;
		problems.push(...reading.problems);
	}
	return { answers, typed: shown, problems };
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
		case "yes-no":
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
		case "address":
			return readAddress(question, raw);
		case "place":
			return readPlace(question, raw, terms);
		case "photos":
			return readPhotos(question, held);
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
		const read = readAnswers(page, typed, terms, held);
		answers = { ...answers, ...read.answers };
		Object.assign(shown, read.typed);
		problems.push(...read.problems);
	}
}

/** What to show in the boxes for an answer that is held. */
export function typedOf(question: Question, value: AnswerValue | undefined): Typed {
	if (value === undefined) return "";
	if (typeof value === "number") return String(value);
	if (typeof value === "string") return question.kind === "date" ? dateBoxes(value) : value;
	if (Array.isArray(value)) return value.flatMap((one) => (typeof one === "string" ? [one] : []));
	if ("lines" in value) {
		const [line1 = "", line2 = ""] = value.lines;
		return { line1, line2, town: value.town, postcode: value.postcode };
	}
	const { latitude, longitude, postcode = "", street = "", description = "" } = value;
	return { latitude: text(latitude), longitude: text(longitude), postcode, street, description };
}

function text(number: number | undefined): string {
	return number === undefined ? "" : String(number);
}

function dateBoxes(date: string): Typed {
	return { day: String(Number(date.slice(8))), month: String(Number(date.slice(5, 7))), year: date.slice(0, 4) };
}
