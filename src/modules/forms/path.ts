import { type Answers, type AnswerValue, itemsOf } from "./answer.ts";
import { isTooEarly } from "./before.ts";
import type { Form, FormPage, Stop } from "./form.ts";
import { unmetNeeds } from "./needs.ts";
import type { Check, PageOfQuestions } from "./definition.ts";
import { isOwed, keptItems } from "./items.ts";
import type { Question } from "./question.ts";

/** The questions this customer is asked, page by page in order, and the answers that count. */
type Walk = { pages: PageOfQuestions[]; kept: Record<string, AnswerValue> };

/** The pages this customer is asked, in order, each with only the questions they are asked. Ends at a stop that lets nobody on. */
export function pathOf(form: Form, answers: Answers): PageOfQuestions[] {
	return walk(form, answers).pages;
}

/** The page as this customer sees it; undefined when they are not asked it. */
export function pageOf(form: Form, pageId: string, answers: Answers): PageOfQuestions | undefined {
	return pathOf(form, answers).find((page) => page.id === pageId);
}

/** The next page, or undefined when the answers are to be checked. */
export function pageAfter(form: Form, pageId: string, answers: Answers): PageOfQuestions | undefined {
	const path = pathOf(form, answers);
	return path[path.findIndex((page) => page.id === pageId) + 1];
}

/** The page before; undefined for the first. */
export function pageBefore(form: Form, pageId: string, answers: Answers): PageOfQuestions | undefined {
	const path = pathOf(form, answers);
	return path[path.findIndex((page) => page.id === pageId) - 1];
}

/**
 * The first page that still has to be answered. A page of nothing but optional questions counts as answered once it was seen;
 * without `seen` it always does.
 */
export function firstUnanswered(form: Form, answers: Answers, seen?: readonly string[]): PageOfQuestions | undefined {
	const { pages, kept } = walk(form, answers);
	return pages.find((page) => {
		if (page.questions.some((question) => isOwed(form, question, kept[question.id], kept))) return true;
		if (unmetNeeds(page, kept).length > 0) return true;
		return seen !== undefined && !seen.includes(page.id);
	});
}

/** The answers that count, and the questions whose answers were dropped because an earlier answer now hides them. */
export function withoutHidden(form: Form, answers: Answers): { answers: Answers; dropped: Question[] } {
	const { kept } = walk(form, answers);
	return {
		answers: kept,
		dropped: form.names.filter(({ id }) => answers[id] !== undefined && kept[id] === undefined),
	};
}

/** The advice that the answers up to this page lead to. */
export function stopAfter(form: Form, pageId: string, answers: Answers): Stop | undefined {
	const { kept } = walk(form, answers);
	return form.stops.find(({ stop, when }) => stop.after === pageId && when(kept))?.stop;
}

/** The risks that the answers to this page mean, by the definition. */
export function risksAfter(form: Form, pageId: string, answers: Answers): string[] {
	const { kept } = walk(form, answers);
	return form.risks.filter(({ risk, when }) => risk.after === pageId && when(kept)).map(({ risk }) => risk.risk);
}

/** The risks that the answers mean, page by page. */
export function risksIn(form: Form, answers: Answers): string[] {
	const { pages, kept } = walk(form, answers);
	const asked = new Set(pages.map((page) => page.id));
	return form.risks.filter(({ risk, when }) => asked.has(risk.after) && when(kept)).map(({ risk }) => risk.risk);
}

/** What is to be looked up once this page is answered. */
export function checksAfter(form: Form, pageId: string, answers: Answers): Check[] {
	const { kept } = walk(form, answers);
	const page = form.pages.find((one) => one.page.id === pageId);
	return (page?.checks ?? []).filter(({ when }) => !when || when(kept)).map(({ check }) => check);
}

function walk(form: Form, answers: Answers): Walk {
	const walked: Walk = { pages: [], kept: {} };
	for (const formPage of form.pages) {
		if (formPage.when && !formPage.when(walked.kept)) continue;
		const asked = askedOn(formPage, walked.kept);
		if (asked.questions.length === 0) continue;
		walked.pages.push(asked);
		for (const question of asked.questions) {
			const { id } = question;
			const value = Object.hasOwn(answers, id) ? answers[id] : undefined;
			// An answer that an earlier one made impossible does not stand: it is asked again.
			if (value === undefined || isTooEarly(question, value, walked.kept)) continue;
			const items = question.kind === "group" ? keptItems(form, question, itemsOf(value), walked.kept) : [];
			if (question.kind !== "group") walked.kept[id] = value;
			else if (items.length > 0) walked.kept[id] = items;
		}
		const ends = form.stops.some(
			({ stop, when }) => stop.after === asked.id && stop.continue === undefined && when(walked.kept),
		);
		if (ends) break;
	}
	return walked;
}

function askedOn({ page, asks }: FormPage, kept: Answers): PageOfQuestions {
	if (asks.every((ask) => ask.when === undefined)) return page;
	const questions = asks.filter((ask) => !ask.when || ask.when(kept)).map((ask) => ask.question);
	return { ...page, questions };
}
