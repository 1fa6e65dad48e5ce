import type { AnswerValue } from "./answer.ts";
import { type Condition, optionsOf } from "./conditions.ts";
import type { Question } from "./question.ts";

const enough = 20_000;

/**
 * Whether a condition is false for every answer there can be. Tried out where all it asks about are closed lists and they are
 * few; elsewhere false, which means not known.
 */
export function isNeverTrue(when: Condition, questions: readonly Question[]): boolean {
	const asked = questions.filter((question) => when.names.includes(question.id));
	const lists: { id: string; values: readonly (AnswerValue | undefined)[] }[] = [];
	let combinations = 1;
	for (const question of asked) {
		const values = possible(question);
		if (!values) return false;
		combinations *= values.length;
		if (combinations > enough) return false;
		lists.push({ id: question.id, values });
	}
	for (let number = 0; number < combinations; number++) {
		let rest = number;
		const answers: Record<string, AnswerValue> = {};
		for (const { id, values } of lists) {
			const value = values[rest % values.length];
			rest = Math.floor(rest / values.length);
			if (value !== undefined) answers[id] = value;
		}
		if (when(answers)) return false;
	}
	return true;
}

/** Every answer a question can have, and none; undefined when they are not few. */
function possible(question: Question): readonly (AnswerValue | undefined)[] | undefined {
	const options = optionsOf(question);
	if (!options) return undefined;
	if (question.kind !== "choices") return [undefined, ...options];
	if (options.length > 10) return undefined;
	return Array.from({ length: 2 ** options.length }, (_, bits) => options.filter((__, at) => (bits >> at) % 2 === 1));
}
