import type { Answers } from "../answer.ts";
import { readAnswer } from "./answers.ts";
import { missing, type QuestionOf, type Reading, reject, type Terms } from "./reading.ts";

/** The items as a list of what was typed for each, as another system or a test sends them. */
export function readGroup(question: QuestionOf<"group">, raw: unknown, terms: Terms): Reading {
	const given: readonly unknown[] =
		raw === undefined || raw === null || raw === "" ? [] : Array.isArray(raw) ? raw : [raw];
	if (given.length === 0 && question.least === 0) return { typed: "", problems: [] };
	if (given.length === 0) return missing(question, "");
	if (given.length < question.least) return reject(question, "", `Add at least ${question.least}`);
	if (given.length > question.most) return reject(question, "", `You can add up to ${question.most}`);
	const items: Answers[] = [];
	for (const item of given) {
		if (typeof item !== "object" || item === null || Array.isArray(item)) return reject(question, "", "Add it again");
		const answers: Record<string, Answers[string]> = {};
		for (const inner of question.questions) {
			const part: unknown = Object.hasOwn(item, inner.id) ? Reflect.get(item, inner.id) : undefined;
			const reading = readAnswer(inner, part, terms);
			const [problem] = reading.problems;
			if (problem) return reject(question, "", problem.message);
			if (reading.value !== undefined) answers[inner.id] = reading.value;
		}
		items.push(answers);
	}
	return { typed: "", value: items, problems: [] };
}
