import { cleanText, emailHint, readEmail, readPhone } from "../../../platform/formats/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import type { AnswerValue } from "../answer.ts";
import type { Question } from "../question.ts";
import { accept, calledOf, missing, type QuestionOf, type Reading, reject, textOf, tooLong } from "./reading.ts";

export function readEmailAnswer(question: QuestionOf<"email">, raw: unknown): Reading {
	const { text, wrong } = textOf(raw);
	const clean = cleanText(text, { max: 254, lines: false });
	if (isRefusal(clean)) return reject(question, text, tooLong(calledOf(question), 254));
	if (clean === "" && !wrong) return missing(question, text);
	const address = readEmail(clean);
	return address === undefined
		? reject(question, text, "Enter an email address in the correct format, like name@example.com")
		: accept(text, address);
}

/** Kept as it was typed, because people know their number by its spaces. */
export function readPhoneAnswer(question: QuestionOf<"phone">, raw: unknown): Reading {
	const { text, wrong } = textOf(raw);
	const clean = cleanText(text, { max: 60, lines: false });
	if (clean === "" && !wrong) return missing(question, text);
	if (isRefusal(clean) || !readPhone(clean)) {
		return reject(question, text, "Enter a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192");
	}
	return accept(text, clean);
}

/** "Did you mean …?" for an answer that looks like a slip; it is a question, never an error. */
export function slipIn(question: Question, value: AnswerValue | undefined): string | undefined {
	return question.kind === "email" && typeof value === "string" ? emailHint(value) : undefined;
}
