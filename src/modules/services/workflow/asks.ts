import type { Fault, Path } from "../../../platform/module/index.ts";
import { type Form, type Question, tryForm } from "../../forms/index.ts";
import type { Definition } from "../definition.ts";

/** The forms that officers fill in: by the stage they move to, the outcome they close with, the task they have done. */
export type OfficerForms = {
	readonly stages: ReadonlyMap<string, Form>;
	readonly outcomes: ReadonlyMap<string, Form>;
	readonly tasks: ReadonlyMap<string, Form>;
};

type Asking = { readonly id: string; readonly asks: readonly Question[] };

/** Only what asks something has a form. */
export function officerForms({ stages, outcomes, tasks }: Definition): OfficerForms {
	return { stages: formsOf(stages), outcomes: formsOf(outcomes), tasks: formsOf(tasks) };
}

function formsOf(all: readonly Asking[]): Map<string, Form> {
	const asking = all.filter(({ asks }) => asks.length > 0);
	return new Map(asking.map(({ id, asks }) => [id, tryOfficerForm(asks).form]));
}

/** They need a page of their own or a map, which the forms of the desk do not have. */
const notAtTheDesk: ReadonlySet<string> = new Set(["place", "property", "group"]);

/** What is wrong with the questions of a stage, an outcome or a task. Paths begin at what asks them. */
export function askFaults(where: string, asks: readonly Question[]): Fault[] {
	if (asks.length === 0) return [];
	return [
		...tryOfficerForm(asks).faults.map(({ sentence, path, first }) => ({
			sentence: `${where} asks something wrong. ${sentence}`,
			path: pathOf(path),
			...(first ? { first: pathOf(first) } : {}),
		})),
		...asks.flatMap(({ id, kind }, at): Fault[] => {
			const sentence = `${where} asks "${id}", and officers cannot be asked for ${kind}.`;
			return notAtTheDesk.has(kind) ? [{ path: ["asks", at, "kind"], sentence }] : [];
		}),
	];
}

/** Each question stands on a page of its own, so that a later one may be asked because of an earlier one. */
function tryOfficerForm(asks: readonly Question[]) {
	const pages = asks.map((question, at) => ({
		id: `question-${at + 1}`,
		questions: [question],
		needs: [],
		checks: [],
	}));
	return tryForm({ pages, stops: [], risks: [], send: "Save" });
}

/** `pages, 1, questions, 0, when` of the form is `asks, 1, when` of the definition. */
function pathOf([, at, , , ...rest]: Path): Path {
	return at === undefined ? ["asks"] : ["asks", at, ...rest];
}

/** Whether somebody has to answer one of them. */
export function mustBeAsked(asks: readonly Question[]): boolean {
	return asks.some((question) => !question.optional && question.when === undefined);
}
