import type { Answers, AnswerValue } from "../answer.ts";
import { tooFew } from "../items.ts";
import { itemInWords } from "../itemWords.ts";
import { readAnswer } from "./answers.ts";
import type { Question } from "../question.ts";
import { errorOf, type Problem, type QuestionOf, type Reading, reject, type Terms, type Typed } from "./reading.ts";

type Group = QuestionOf<"group">;

/**
 * The items as a list of what was typed for each, as another system, a script on the phone or a test sends them. What is asked
 * of an item follows its earlier answers where the form is at hand.
 */
export function readGroup(group: Group, raw: unknown, terms: Terms): Reading {
	const given: readonly unknown[] =
		raw === undefined || raw === null || raw === "" ? [] : Array.isArray(raw) ? raw : [raw];
	if (tooFew(group, given.length)) return reject(group, "", tooFewWords(group, given.length));
	if (given.length === 0) return { typed: "", problems: [] };
	if (given.length > group.most) return reject(group, "", tooManyWords(group));
	const items: Answers[] = [];
	const problems: Problem[] = [];
	for (const [at, item] of given.entries()) {
		const read = readItem(group, item, terms);
		items.push(read.answers);
		for (const problem of read.problems) {
			problems.push({ question: group.id, field: group.id, message: `${itemInWords(group, at)}: ${problem.message}` });
		}
	}
	return problems.length > 0 ? { typed: "", problems } : { typed: "", value: items, problems };
}

/** One item as it was typed: what is asked of it now, what was answered well, and what is wrong. */
export type ReadItem = {
	readonly asked: readonly Question[];
	readonly answers: Answers;
	readonly typed: Readonly<Record<string, Typed>>;
	/** Of a group inside it, what was typed for its items. */
	readonly given: Readonly<Record<string, unknown>>;
	readonly problems: readonly Problem[];
};

export function readItem(group: Group, item: unknown, terms: Terms): ReadItem {
	const answers: Record<string, AnswerValue> = {};
	const typed: Record<string, Typed> = {};
	const given: Record<string, unknown> = {};
	const asked: Question[] = [];
	const problems: Problem[] = [];
	const asks = terms.form?.groups.get(group);
	for (const [at, inner] of group.questions.entries()) {
		const earlier = { ...terms.earlier, ...answers };
		const when = asks?.[at]?.when;
		if (when && !when(earlier)) continue;
		const part: unknown =
			typeof item === "object" && item !== null && Object.hasOwn(item, inner.id)
				? Reflect.get(item, inner.id)
				: undefined;
		const reading = readAnswer(inner, part, { ...terms, earlier });
		asked.push(inner);
		typed[inner.id] = reading.typed;
		given[inner.id] = part;
		if (reading.value !== undefined) answers[inner.id] = reading.value;
		// Without the form nobody knows whether it was asked.
		const mayBeHidden = asks === undefined && inner.when !== undefined && part === undefined;
		if (!mayBeHidden) problems.push(...reading.problems);
	}
	return { asked, answers, typed, given, problems };
}

/** What is said when there are not enough items. */
export function tooFewWords(group: Group, count: number): string {
	return count === 0 ? errorOf(group) : `Add at least ${group.least}. You have added ${count}`;
}

function tooManyWords({ most }: Group): string {
	return `You can add up to ${most}`;
}
