import type { Answers, AnswerValue } from "./answer.ts";
import { type Condition, optionsOf } from "./conditions.ts";
import type { Question } from "./question.ts";

const enough = 20_000;

/**
 * Whether a condition is false for every answer there can be. Tried out where all it asks about are closed lists and they are
 * few; elsewhere false, which means not known.
 */
export function isNeverTrue(when: Condition, questions: readonly Question[]): boolean {
	const asked = questions.filter((question) => when.names.includes(question.id));
	return everyAnswer(
		asked,
		() => true,
		(answers) => !when(answers),
	);
}

/** Whether for every answer there can be, to questions that everybody answers, one of the conditions is true. */
export function isOneAlwaysTrue(
	conditions: readonly Condition[],
	questions: readonly Question[],
	answered: ReadonlySet<string>,
): boolean {
	const named = new Set(conditions.flatMap(({ names }) => names));
	const asked = questions.filter(({ id }) => named.has(id));
	return everyAnswer(
		asked,
		({ id }) => !answered.has(id),
		(answers) => conditions.some((when) => when(answers)),
	);
}

/** Whether something holds for all answers to questions with closed lists; false when there are too many to try. */
function everyAnswer(
	asked: readonly Question[],
	mayBeOpen: (question: Question) => boolean,
	holds: (answers: Answers) => boolean,
): boolean {
	const lists: { id: string; values: readonly (AnswerValue | undefined)[] }[] = [];
	let combinations = 1;
	for (const question of asked) {
		const values = possible(question);
		if (!values) return false;
		const given = mayBeOpen(question) ? values : values.filter((value) => value !== undefined);
		combinations *= given.length;
		if (combinations > enough) return false;
		lists.push({ id: question.id, values: given });
	}
	for (let number = 0; number < combinations; number++) {
		let rest = number;
		const answers: Record<string, AnswerValue> = {};
		for (const { id, values } of lists) {
			const value = values[rest % values.length];
			rest = Math.floor(rest / values.length);
			if (value !== undefined) answers[id] = value;
		}
		if (!holds(answers)) return false;
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
