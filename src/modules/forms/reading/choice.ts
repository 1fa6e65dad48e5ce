import { optionsOf } from "../conditions.ts";
import { accept, errorOf, missing, type QuestionOf, type Reading, reject, textOf } from "./reading.ts";

export function readChoice(
	question: QuestionOf<"choice" | "select" | "yes-no" | "declaration">,
	raw: unknown,
): Reading {
	const { text, wrong } = textOf(raw);
	const value = text.trim();
	if (!wrong && value === "") return missing(question, "");
	if (wrong || !optionsOf(question)?.includes(value)) return reject(question, "", listMessage(question));
	return accept(value, value);
}

export function readChoices(question: QuestionOf<"choices">, raw: unknown): Reading {
	const given: unknown[] = raw === undefined || raw === null || raw === "" ? [] : Array.isArray(raw) ? raw : [raw];
	const chosen = question.options.filter((option) => given.includes(option.value));
	const values = chosen.map((option) => option.value);
	// Only what is on the list counts; a field sent twice with one value is that value.
	if (given.some((value) => typeof value !== "string" || !values.includes(value))) {
		return reject(question, values, listMessage(question));
	}
	if (values.length === 0) return missing(question, []);
	const alone = chosen.find((option) => option.apart);
	if (alone && chosen.length > 1) {
		return reject(question, values, `Select “${alone.label}” alone, or the others without it`);
	}
	return accept(values, values);
}

function listMessage(question: QuestionOf<"choice" | "choices" | "select" | "yes-no" | "declaration">): string {
	return question.optional ? "Select an answer from the list" : errorOf(question);
}
