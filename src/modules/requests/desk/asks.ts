/** The questions that an officer answers with a step, on a form of the desk that asks for other things too. */
import { type Html, html } from "../../../platform/html/html.ts";
import {
	answerInWords,
	type Answers,
	type FilesSoFar,
	type Form,
	groups,
	isAddress,
	itemsOf,
	pathOf,
	type Question,
	questionFields,
	type ReadPage,
	sources,
} from "../../forms/index.ts";

/** Keeps the names of questions apart from those of the form's own boxes. */
const prefix = "asks-";
export const named = (id: string) => `${prefix}${id}`;

/** Of all that a form brought, what was typed for the questions, by question. */
export function typedForQuestions(posted: Readonly<Record<string, unknown>>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(posted)
			.filter(([name]) => name.startsWith(prefix))
			.map(([name, typed]) => [name.slice(prefix.length), typed]),
	);
}

/** Where each thing that is wrong stands, for the list above the form. */
export function problemsIn({ problems }: Pick<ReadPage, "problems">): { text: string; href: string }[] {
	return problems.map(({ message, field }) => ({ text: message, href: `#${named(field)}` }));
}

/** The boxes of the questions that these answers lead to, as they were typed, with the files that were added to them. */
export function asksView(
	form: Form,
	read: ReadPage,
	kept: { soFar: Readonly<Record<string, FilesSoFar>>; boxes: Html },
): Html {
	const questions = pathOf(form, read.answers).flatMap((page) => page.questions);
	return html`${kept.boxes}${questionFields(questions, read, named, kept.soFar)}`;
}

/** Whether the form of a step has to send files. */
export function takesFiles(form: Form): boolean {
	return [...form.questions.values()].some(({ kind }) => kind === "photos" || kind === "files");
}

/** An answer in words; those of a group stand with its items. */
export type AnswerLine = {
	question: string;
	answer: string;
	items?: readonly ItemLines[];
	/** Who said it, where that was not the customer on the web. */
	source?: string;
};
export type ItemLines = { called: string; answers: readonly AnswerLine[] };

/** Answers in words, in the order they were asked; those that are sealed to the reader are only counted. */
export function answerLines(
	questions: Iterable<Question>,
	answers: Answers,
	maySeeSealed: boolean,
	saidBy: sources.Sources = {},
): { answers: AnswerLine[]; sealed: number } {
	const given = [...questions].filter(({ id }) => answers[id] !== undefined);
	const shown = given.filter((question) => maySeeSealed || !question.sealed);
	let sealed = given.length - shown.length;
	const lines = shown.map((question): AnswerLine => {
		const value = answers[question.id];
		const called = question.called ?? question.ask;
		const said = saidBy[question.id];
		if (question.kind !== "group") {
			const source = said && "who" in said ? sources.inWords(said) : undefined;
			const answer = `${answerInWords(question, value)}${register(question, value)}`;
			return { question: called, answer, ...(source ? { source } : {}) };
		}
		const itemSources = said && "items" in said ? said.items : {};
		const items = itemsOf(value).map((item, at): ItemLines => {
			const inside = answerLines(question.questions, item, maySeeSealed, itemSources[groups.nameOfItem(item, at)]);
			sealed += inside.sealed;
			return { called: groups.itemInWords(question, at), answers: inside.answers };
		});
		return { question: called, answer: inWords(items), items };
	});
	return { answers: lines, sealed };
}

/** "Person 1: Ann, Yes", a line each, for where there is no room for cards. */
function inWords(items: readonly ItemLines[]): string {
	return items
		.map(({ called, answers }) => `${called}: ${answers.map(({ answer }) => answer.replaceAll("\n", ", ")).join(", ")}`)
		.join("\n");
}

/** Whether a property is one that the register of addresses has. */
function register(question: Question, value: Answers[string] | undefined): string {
	if (question.kind !== "property" || !isAddress(value)) return "";
	return value.uprn ? `\nUPRN ${value.uprn}` : "\nTyped by hand, not from the register of addresses";
}
