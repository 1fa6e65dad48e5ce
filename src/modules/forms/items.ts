import type { Answers, AnswerValue } from "./answer.ts";
import { itemsOf } from "./answer.ts";
import { isTooEarly } from "./before.ts";
import type { AskedQuestion, Form } from "./form.ts";
import { mustBeAnswered, type Question } from "./question.ts";
import type { QuestionOf } from "./reading/reading.ts";

export type Group = QuestionOf<"group">;

/** Where an item of a draft keeps its own name, so that two tabs never mean different ones; no question can be called that. */
const itemName = "_item";

/** What an item is called in addresses: eight letters and figures; its place in the list when it came from elsewhere. */
export function nameOfItem(item: Answers, at: number): string {
	const name = item[itemName];
	return typeof name === "string" ? name : String(at + 1);
}

export function namedItem(item: Answers, name: string): Answers {
	return { ...item, [itemName]: name };
}

/** Items without the answers that their earlier ones hide. `around` are the answers given before the group. */
export function keptItems(form: Form, group: Group, items: readonly Answers[], around: Answers): Answers[] {
	return items.map((item) => keptItem(form, group, item, around));
}

function keptItem(form: Form, group: Group, item: Answers, around: Answers): Answers {
	const kept: Record<string, AnswerValue> = {};
	const name = item[itemName];
	if (name !== undefined) kept[itemName] = name;
	for (const { question, when } of asksOf(form, group)) {
		const value = Object.hasOwn(item, question.id) ? item[question.id] : undefined;
		const before = { ...around, ...kept };
		if (value === undefined || (when && !when(before)) || isTooEarly(question, value, before)) continue;
		kept[question.id] = question.kind === "group" ? keptItems(form, question, itemsOf(value), before) : value;
	}
	return kept;
}

/**
 * The pages on which an item is asked. A page ends before a question whose condition asks about it, and files, places and
 * groups stand alone. The same for every item, so that a page keeps its number; what is not asked of this one is left out.
 */
export function partsOf(form: Form, group: Group, item: Answers, around: Answers): Question[][] {
	const kept = keptItem(form, group, item, around);
	return pagesOf(asksOf(form, group)).map((page) =>
		page.filter(({ when }) => !when || when({ ...around, ...kept })).map(({ question }) => question),
	);
}

function pagesOf(asks: readonly AskedQuestion[]): AskedQuestion[][] {
	const pages: AskedQuestion[][] = [];
	for (const ask of asks) {
		const page = pages.at(-1);
		const joins =
			page?.every(({ question }) => !alone(question) && !ask.when?.names.includes(question.id)) && !alone(ask.question);
		if (page && joins) page.push(ask);
		else pages.push([ask]);
	}
	return pages;
}

function alone({ kind }: Question): boolean {
	return kind === "group" || kind === "files" || kind === "photos" || kind === "place" || kind === "information";
}

function asksOf(form: Form, group: Group): readonly AskedQuestion[] {
	return form.groups.get(group) ?? [];
}

/** The first item that still has to be answered, with the page that asks; undefined when all are whole. */
export function unfinished(
	form: Form,
	group: Group,
	items: readonly Answers[],
	around: Answers,
): { item: string; at: number; part: number } | undefined {
	for (const [at, item] of items.entries()) {
		const inside = { ...around, ...item };
		const part = partsOf(form, group, item, around).findIndex((asked) =>
			asked.some((question) => isOwed(form, question, item[question.id], inside)),
		);
		if (part >= 0) return { item: nameOfItem(item, at), at, part };
	}
	return undefined;
}

/** Whether a question has still to be answered: a group too when it has too few items, or one that is not whole. */
export function isOwed(form: Form, question: Question, value: AnswerValue | undefined, around: Answers): boolean {
	if (question.kind !== "group") return mustBeAnswered(question) && value === undefined;
	const items = itemsOf(value);
	return tooFew(question, items.length) || unfinished(form, question, items, around) !== undefined;
}

/** An optional group may have none; one that has some has enough. */
export function tooFew(group: Group, count: number): boolean {
	return group.optional && count === 0 ? false : count < group.least;
}
