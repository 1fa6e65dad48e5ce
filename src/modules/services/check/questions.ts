import type { Question } from "../../forms/index.ts";
import type { Path } from "../../../platform/module/index.ts";
import type { Definition } from "../definition.ts";

export type Placed = { readonly question: Question; readonly path: Path };

/** Every question the customer is asked, in the form or later; those inside groups too. */
export function customerQuestions(definition: Definition): Placed[] {
	return [
		...definition.form.pages.flatMap((page, at) => placed(page.questions, ["form", "pages", at, "questions"])),
		...definition["asks-customer"].flatMap((set, at) => placed(set.questions, ["asks-customer", at, "questions"])),
	];
}

/** Every question a definition asks of anybody. */
export function everyQuestion(definition: Definition): Placed[] {
	const { stages, outcomes, tasks, opinions } = definition;
	return [
		...customerQuestions(definition),
		...stages.flatMap(({ asks }, at) => placed(asks, ["stages", at, "asks"])),
		...outcomes.flatMap(({ asks }, at) => placed(asks, ["outcomes", at, "asks"])),
		...tasks.flatMap(({ asks }, at) => placed(asks, ["tasks", at, "asks"])),
		...opinions.flatMap(({ questions }, at) => placed(questions, ["opinions", at, "questions"])),
	];
}

function placed(questions: readonly Question[], path: Path): Placed[] {
	return questions.flatMap((question, at) => {
		const here = [...path, at];
		const inside = question.kind === "group" ? placed(question.questions, [...here, "questions"]) : [];
		return [{ question, path: here }, ...inside];
	});
}
