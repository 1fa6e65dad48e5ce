import { type Condition, compileCondition, type Names } from "./conditions.ts";
import { faultsOf } from "./faults.ts";
import type { FormDefinition, PageOfQuestions, Question } from "./question.ts";
import type { z } from "zod";
import type { stopShape } from "./question.ts";

export type Stop = z.infer<typeof stopShape>;

export type AskedQuestion = { readonly question: Question; readonly when: Condition | undefined };
export type FormPage = {
	readonly page: PageOfQuestions;
	readonly when: Condition | undefined;
	readonly asks: readonly AskedQuestion[];
};
export type FormStop = { readonly stop: Stop; readonly when: Condition };

/** A form whose conditions were checked and are ready to be asked. */
export type Form = {
	readonly definition: FormDefinition;
	readonly pages: readonly FormPage[];
	readonly stops: readonly FormStop[];
	/** Every question, in the order it is asked; what conditions over all answers may name. */
	readonly names: Names;
	readonly questions: ReadonlyMap<string, Question>;
};

/** Thrown with one sentence a line for each fault of a form. */
export class BrokenForm extends Error {
	readonly faults: readonly string[];
	constructor(faults: readonly string[]) {
		super(faults.join("\n"));
		this.faults = faults;
	}
}

/** Throws `BrokenForm`, which names every fault. */
export function compileForm(definition: FormDefinition): Form {
	const faults: string[] = [];
	const names = definition.pages.flatMap((page) => page.questions);
	const read = (source: string | undefined, known: readonly Question[]): Condition | undefined => {
		if (source === undefined) return undefined;
		try {
			return compileCondition(source, known);
		} catch (error) {
			faults.push(error instanceof Error ? error.message : String(error));
			return undefined;
		}
	};
	const earlier: Question[] = [];
	const pages = definition.pages.map((page): FormPage => {
		const known = [...earlier];
		const asks = page.questions.map((question) => ({ question, when: read(question.when, known) }));
		earlier.push(...page.questions);
		return { page, when: read(page.when, known), asks };
	});
	const stops = definition.stops.flatMap((stop): FormStop[] => {
		const at = definition.pages.findIndex((page) => page.id === stop.after);
		const known = definition.pages.slice(0, at + 1).flatMap((page) => page.questions);
		const when = at < 0 ? undefined : read(stop.when, known);
		return when ? [{ stop, when }] : [];
	});
	const form: Form = {
		definition,
		pages,
		stops,
		names,
		questions: new Map(names.map((question) => [question.id, question])),
	};
	faults.unshift(...faultsOf(form));
	if (faults.length > 0) throw new BrokenForm(faults);
	return form;
}
