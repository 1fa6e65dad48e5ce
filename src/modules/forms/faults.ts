import type { Form } from "./form.ts";
import type { Question } from "./question.ts";
import { isNeverTrue } from "./reach.ts";

/** Words that mean something in CEL. */
const taken = new Set(
	(
		"true false null in as break const continue else for function if import let loop package namespace return var void while " +
		"size has all exists map filter int uint double string bool bytes list type dyn timestamp duration optional"
	).split(" "),
);

/** Pages that every journey has beside its questions. */
const takenByPages = new Set(["answers", "nearby", "sent", "stop"]);

/** What is wrong with a form beside its conditions' own grammar: a sentence for each fault. */
export function faultsOf(form: Form): string[] {
	const { pages, stops } = form.definition;
	return [
		...repeated(pages.map((page) => page.id)).map((id) => `Two pages are called “${id}”.`),
		...pages
			.filter((page) => takenByPages.has(page.id))
			.map((page) => `A page cannot be called “${page.id}”: the journey has a page of that name.`),
		...repeated(form.names.map((question) => question.id)).map((id) => `Two questions are called “${id}”.`),
		...form.names
			.filter((question) => taken.has(question.id) || question.id in {})
			.map((question) => `A question cannot be called “${question.id}”: conditions use that word for something else.`),
		...pages
			.filter((page) => page.questions.length > 1 && page.title === undefined)
			.map((page) => `The page “${page.id}” has several questions and needs a title.`),
		...repeated(pages.map((page) => headingOf(page).toLowerCase())).map(
			(heading) => `Two pages have the heading “${heading}”; each needs its own.`,
		),
		...form.names.flatMap(optionFaults),
		...stops
			.filter((stop) => !pages.some((page) => page.id === stop.after))
			.map((stop) => `The stop “${stop.title}” comes after “${stop.after}”, and no page is called that.`),
		...unreachable(form),
	];
}

export function headingOf(page: { title?: string | undefined; questions: readonly Question[] }): string {
	return page.title ?? page.questions[0]?.ask ?? "";
}

function optionFaults(question: Question): string[] {
	if (question.kind === "number" && (question.least ?? -Infinity) > (question.most ?? Infinity)) {
		return [`No number can answer “${question.id}”: its least is more than its most.`];
	}
	if (question.kind !== "choice" && question.kind !== "choices") return [];
	return [
		...repeated(question.options.map((option) => option.value)).map(
			(value) => `The question “${question.id}” has the answer “${value}” twice.`,
		),
		...repeated(question.options.map((option) => option.label)).map(
			(label) => `The question “${question.id}” has two answers that read “${label}”.`,
		),
	];
}

function unreachable(form: Form): string[] {
	return [
		...form.pages.flatMap(({ page, when, asks }) => [
			...(when && isNeverTrue(when, form.names)
				? [`Nobody can reach the page “${page.id}”: “${when.source}” is never true.`]
				: []),
			...asks.flatMap((asked) =>
				asked.when && isNeverTrue(asked.when, form.names)
					? [`Nobody is asked “${asked.question.id}”: “${asked.when.source}” is never true.`]
					: [],
			),
		]),
		...form.stops
			.filter(({ when }) => isNeverTrue(when, form.names))
			.map(({ stop, when }) => `Nobody comes to the stop “${stop.title}”: “${when.source}” is never true.`),
	];
}

function repeated(names: readonly string[]): string[] {
	return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}
