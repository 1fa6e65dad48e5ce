import { type Form, type Question } from "../modules/forms/index.ts";
import type { Chance } from "./chance.ts";

/** What an officer types where a stage or an outcome asks something: the common answer, in a few words. */
export function someFilledIn(form: Form | undefined, words: readonly string[], luck: Chance): Record<string, unknown> {
	const asked = form ? [...form.questions.values()] : [];
	return Object.fromEntries(
		asked.flatMap((question) => {
			const typed = question.optional ? undefined : typedFor(question, words, luck);
			return typed === undefined ? [] : [[question.id, typed]];
		}),
	);
}

function typedFor(question: Question, words: readonly string[], luck: Chance): string | undefined {
	switch (question.kind) {
		case "choice":
		case "choices":
		case "select":
			return luck.pick(question.options).value;
		case "yes-no":
			return luck.happens(0.3) ? "yes" : "no";
		case "number":
		case "money":
			return String(question.least ?? 1);
		case "text":
		case "long-text":
			return luck.pick(words);
		case "declaration":
			return "yes";
		default:
			return undefined;
	}
}
