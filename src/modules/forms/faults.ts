import { didYouMean, type Fault, type Path, twice, within } from "../../platform/module/index.ts";
import { type Condition, hasOptions } from "./conditions.ts";
import type { Form } from "./form.ts";
import type { Question } from "./question.ts";
import { isNeverTrue, isOneAlwaysTrue } from "./reach.ts";

/** Words that mean something in CEL. */
const taken = new Set(
	(
		"true false null in as break const continue else for function if import let loop package namespace return var void while " +
		"size has all exists map filter int uint double string bool bytes list type dyn timestamp duration optional fileId at arrived"
	).split(" "),
);

/** The questions whose names conditions can use: of two of one name the first, and none that means something else there. */
export function namable(questions: readonly Question[]): Question[] {
	const firsts = new Map(questions.toReversed().map((question) => [question.id, question]));
	return questions.filter((question) => firsts.get(question.id) === question && !taken.has(question.id));
}

/** Pages that every journey has beside its questions. */
const takenByPages = new Set(["answers", "check", "codes", "links", "nearby", "risk", "saved", "sent", "stop"]);

/** What is wrong with a form beside its conditions' own grammar. Paths begin at the form. */
export function faultsOf(form: Form): Fault[] {
	const { pages, stops } = form.definition;
	const asked = pages.flatMap((page, at) =>
		page.questions.map((question, place) => ({ question, path: ["pages", at, "questions", place] })),
	);
	return [
		...twice(pages, pageId, pathOfPage("id"), (id) => `Two pages are called “${id}”.`),
		...pages.flatMap(({ id }, at) =>
			takenByPages.has(id)
				? [
						{
							path: ["pages", at, "id"],
							sentence: `A page cannot be called “${id}”: the journey has a page of that name.`,
						},
					]
				: [],
		),
		...twice(
			asked,
			questionId,
			({ path }) => [...path, "id"],
			(id) => `Two questions are called “${id}”.`,
		),
		...asked.flatMap(({ question: { id }, path }) =>
			taken.has(id) || id in {}
				? [
						{
							path: [...path, "id"],
							sentence: `A question cannot be called “${id}”: conditions use that word for something else.`,
						},
					]
				: [],
		),
		...pages.flatMap(({ id, questions, title }, at) =>
			questions.length > 1 && title === undefined
				? [{ path: ["pages", at], sentence: `The page “${id}” has several questions and needs a title.` }]
				: [],
		),
		...twice(
			pages,
			(page) => headingOf(page).toLowerCase(),
			(page, at) => ["pages", at, ...(page.title === undefined ? ["questions", 0, "ask"] : ["title"])],
			(heading) => `Two pages have the heading “${heading}”; each needs its own.`,
		),
		...asked.flatMap(({ question, path }) => within(path, optionFaults(question))),
		...stops.flatMap(({ title, after }, at) =>
			pages.some((page) => page.id === after)
				? []
				: [
						{
							path: ["stops", at, "after"],
							sentence: `The stop “${title}” comes after “${after}”, and no page is called that.${didYouMean(after, pages.map(pageId))}`,
						},
					],
		),
		...unreachable(form),
		...unfinished(form),
	];
}

const pageId = (page: { id: string }): string => page.id;
const questionId = ({ question }: { question: Question }): string => question.id;
const pathOfPage =
	(key: string) =>
	(_: unknown, at: number): Path => ["pages", at, key];

export function headingOf(page: { title?: string | undefined; questions: readonly Question[] }): string {
	return page.title ?? page.questions[0]?.ask ?? "";
}

function optionFaults(question: Question): Fault[] {
	if (
		(question.kind === "number" || question.kind === "money") &&
		(question.least ?? -Infinity) > (question.most ?? Infinity)
	) {
		return [{ path: ["least"], sentence: `No number can answer “${question.id}”: its least is more than its most.` }];
	}
	if (question.kind === "group") {
		return question.questions.flatMap((inner, at) => within(["questions", at], optionFaults(inner)));
	}
	if (question.kind === "select" && question.list !== undefined) {
		return [
			{
				path: ["list"],
				sentence: `The pack has no list “${question.list}”: “lists/${question.list}.yaml” is not there.`,
			},
		];
	}
	if (!hasOptions(question)) return [];
	return [
		...twice(
			question.options,
			(option) => option.value,
			(_, at) => ["options", at, "value"],
			(value) => `The question “${question.id}” has the answer “${value}” twice.`,
		),
		...twice(
			question.options,
			(option) => option.label,
			(_, at) => ["options", at, "label"],
			(label) => `The question “${question.id}” has two answers that read “${label}”.`,
		),
	];
}

function unreachable(form: Form): Fault[] {
	const never = (when: Condition | undefined, path: Path, say: string): Fault[] =>
		when && isNeverTrue(when, form.names) ? [{ path, sentence: `${say}: “${when.source}” is never true.` }] : [];
	return [
		...form.pages.flatMap(({ page, when, asks }, at) => [
			...never(when, ["pages", at, "when"], `Nobody can reach the page “${page.id}”`),
			...asks.flatMap((asked, place) =>
				never(asked.when, ["pages", at, "questions", place, "when"], `Nobody is asked “${asked.question.id}”`),
			),
		]),
		...form.stops.flatMap(({ stop, when }) =>
			never(when, ["stops", form.definition.stops.indexOf(stop), "when"], `Nobody comes to the stop “${stop.title}”`),
		),
	];
}

/** A path ends at the page of answers; a form whose every path ends at a stop is never sent. */
function unfinished(form: Form): Fault[] {
	const last = form.stops.filter(({ stop }) => stop.continue === undefined);
	const always = form.pages.flatMap(({ asks, when }) =>
		when ? [] : asks.flatMap((asked) => (asked.when || asked.question.optional ? [] : [asked.question.id])),
	);
	const stop = last.at(-1)?.stop;
	const conditions = last.map(({ when }) => when);
	if (!stop || !isOneAlwaysTrue(conditions, form.names, new Set(always))) return [];
	const sentence = `Nobody can send this form: whatever they answer, a stop such as “${stop.title}” lets nobody on.`;
	return [{ path: ["stops", form.definition.stops.indexOf(stop), "when"], sentence }];
}
