/** What may be asked later, of the customer or of somebody outside: made ready as forms of their own. */
import { type Form, type FormDefinition, mustBeAnswered, type Question, tryForm } from "../forms/index.ts";
import { didYouMean, type Fault, type Path, twice, within } from "../../platform/module/index.ts";
import { londonInstant } from "../../platform/time/index.ts";
import { dueAfter } from "./due.ts";
import type { CustomerQuestion, Definition, Opinion } from "./definition.ts";
import { remindAt } from "./reminding.ts";
import { offTheWay } from "./workflow/way.ts";

export type AskedSet = { readonly set: CustomerQuestion; readonly form: Form };
export type AskedOpinion = { readonly opinion: Opinion; readonly form: Form };

export function askedSets({ "asks-customer": sets }: Definition): ReadonlyMap<string, AskedSet> {
	return new Map(sets.map((set) => [set.id, { set, form: formOfQuestions(set.questions) }]));
}

export function askedOpinions(definition: Definition): ReadonlyMap<string, AskedOpinion> {
	return new Map(
		definition.opinions.map((opinion) => [
			opinion.id,
			{ opinion, form: formOfQuestions(questionsOf(definition, opinion)) },
		]),
	);
}

/** The question by which a partner moves the request, and its answer when they do not. */
export const whereNow = { id: "whereNow", unchanged: "no-change" } as const;

/** The opinion's own, and for whoever may move the request where it is now. */
function questionsOf({ stages }: Definition, { moves, questions }: Opinion): readonly Question[] {
	if (moves.length === 0) return questions;
	const options = stages
		.filter(({ id }) => moves.includes(id))
		.map(({ id, name }) => ({ value: id, label: name, apart: false }));
	return [
		...questions,
		{
			id: whereNow.id,
			kind: "choice",
			ask: "Where is the work now?",
			why: "So that the customer and the council see how it is going.",
			error: "Select where the work is now",
			options: [...options, { value: whereNow.unchanged, label: "No change", apart: true }],
			optional: false,
			sealed: false,
			local: true,
			other: false,
			confirm: false,
		},
	];
}

/** All on one page, but that a question which may not be asked begins a new one: without script nothing appears on a page. */
export function formOfQuestions(questions: readonly Question[]): Form {
	return tryForm(formDefinition(questions)).form;
}

function formDefinition(questions: readonly Question[]): FormDefinition {
	const pages: Question[][] = [];
	for (const question of questions) {
		const page = pages.at(-1);
		if (page && question.when === undefined) page.push(question);
		else pages.push([question]);
	}
	return {
		pages: pages.map((asked, at) => ({
			id: `questions-${at + 1}`,
			title: `${questions.length === 1 ? "Our question" : "Our questions"}${at === 0 ? "" : `, page ${at + 1}`}`,
			questions: asked,
			needs: [],
			checks: [],
		})),
		stops: [],
		risks: [],
		send: "Send",
	};
}

/** What contradicts the rest of the definition. */
export function outsideFaults(definition: Definition): Fault[] {
	const sets = definition["asks-customer"];
	const { opinions } = definition;
	return [
		...twice(sets, idOf, pathOfId("asks-customer"), (id) => `Two of its question sets are called "${id}".`),
		...twice(opinions, idOf, pathOfId("opinions"), (id) => `Two of its opinions are called "${id}".`),
		...sets.flatMap((set, at) => within(["asks-customer", at], setFaults(definition, set))),
		...opinions.flatMap((opinion, at) => within(["opinions", at], opinionFaults(definition, opinion))),
	];
}

const idOf = (one: { id: string }): string => one.id;
const pathOfId =
	(list: string) =>
	(_: unknown, at: number): Path => [list, at, "id"];

function setFaults(definition: Definition, set: CustomerQuestion): Fault[] {
	const called = `The question set "${set.id}"`;
	const { moves, answered, unanswered, remind } = set;
	const { close } = unanswered;
	const ends = definition.outcomes.find((outcome) => outcome.id === close);
	const faults = [
		...stageFaults(definition, called, moves, ["moves"]),
		...stageFaults(definition, called, answered.move, ["answered", "move"]),
		...stageFaults(definition, called, unanswered.move, ["unanswered", "move"]),
		...goingOn(definition, called, set),
		...formFaults(called, set.questions),
	];
	const fault = (path: Path, sentence: string) => faults.push({ path, sentence });
	if (close !== undefined && !ends)
		fault(
			["unanswered", "close"],
			`${called} names the outcome "${close}", which it does not have.${didYouMean(close, definition.outcomes.map(idOf))}`,
		);
	if (ends?.asks.some(mustBeAnswered))
		fault(
			["unanswered", "close"],
			`${called} closes with "${ends.id}" by itself, which asks what only an officer can fill in.`,
		);
	if (close !== undefined && unanswered.move !== undefined)
		fault(["unanswered"], `${called} both moves and closes when nobody answers.`);
	if (moves !== undefined && close === undefined && unanswered.move === undefined)
		fault(["unanswered"], `${called} would wait for ever: say where the request goes when it is unanswered.`);
	if (remind !== undefined && remindAt(dueAfter(anyDay, set.within), remind) <= anyDay)
		fault(["remind"], `${called} reminds before it is asked.`);
	return faults;
}

/** Where it goes from the stage in which it waits; without one the request says where that is. */
function goingOn(
	definition: Definition,
	called: string,
	{ moves: from, answered, unanswered }: CustomerQuestion,
): Fault[] {
	if (from === undefined) return [];
	return Object.entries({ answered, unanswered }).flatMap(([key, { move: to }]) =>
		to === undefined || to === from ? [] : offTheWay(definition, called, { from, to, path: [key, "move"] }),
	);
}

const anyDay = londonInstant("2026-03-02", "12:00");

function opinionFaults(definition: Definition, opinion: Opinion): Fault[] {
	const { id, shows, moves } = opinion;
	const called = `The opinion "${id}"`;
	const asked = new Map(definition.form.pages.flatMap((page) => page.questions.map((one) => [one.id, one] as const)));
	const shown = shows.flatMap((name, at): Fault[] => {
		const question = asked.get(name);
		const path = ["shows", at];
		const unknown = `${called} shows the question "${name}", which the form does not ask.${didYouMean(name, asked.keys())}`;
		if (!question) return [{ path, sentence: unknown }];
		return holdsSealed(question)
			? [{ path, sentence: `${called} shows the question "${name}", which is sealed.` }]
			: [];
	});
	return [
		...shown,
		...moves.flatMap((stage, at) => stageFaults(definition, called, stage, ["moves", at])),
		...formFaults(called, questionsOf(definition, opinion)),
	];
}

/** A group that asks for something sealed is as good as sealed. */
function holdsSealed(question: Question): boolean {
	return question.sealed || (question.kind === "group" && question.questions.some(holdsSealed));
}

function stageFaults({ stages }: Definition, called: string, id: string | undefined, path: Path): Fault[] {
	if (id === undefined) return [];
	const stage = stages.find((one) => one.id === id);
	const unknown = `${called} names the stage "${id}", which it does not have.${didYouMean(id, stages.map(idOf))}`;
	if (!stage) return [{ path, sentence: unknown }];
	if (stage.public === "closed")
		return [{ path, sentence: `${called} moves to the stage "${id}", which only an outcome leads to.` }];
	if (!stage.asks.some(mustBeAnswered)) return [];
	return [{ path, sentence: `${called} moves to the stage "${id}", which asks what only an officer can fill in.` }];
}

/** Several of something are added page after page, which only a service's own form has. */
function formFaults(called: string, questions: readonly Question[]): Fault[] {
	const groups = questions.flatMap(({ kind }, at): Fault[] =>
		kind === "group"
			? [{ path: ["questions", at, "kind"], sentence: `${called} asks a group, which only a service's form can.` }]
			: [],
	);
	const { faults } = tryForm(formDefinition(questions));
	return [...groups, ...faults.map(({ sentence }) => ({ path: ["questions"], sentence: `${called}: ${sentence}` }))];
}
