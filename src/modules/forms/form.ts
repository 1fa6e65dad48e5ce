import { type Fault, type Path } from "../../platform/module/index.ts";
import { beforeFaults } from "./before.ts";
import { type Condition, compileCondition, type Names } from "./conditions.ts";
import type { Check, FormDefinition, PageOfQuestions, Risk, stopShape } from "./definition.ts";
import { faultsOf, namable } from "./faults.ts";
import { namedFaults } from "./named.ts";
import type { Question } from "./question.ts";
import type { z } from "zod";

export type Stop = z.infer<typeof stopShape>;

export type AskedQuestion = { readonly question: Question; readonly when: Condition | undefined };
export type FormPage = {
	readonly page: PageOfQuestions;
	readonly when: Condition | undefined;
	readonly asks: readonly AskedQuestion[];
	readonly checks: readonly { readonly check: Check; readonly when: Condition | undefined }[];
};
export type FormStop = { readonly stop: Stop; readonly when: Condition };

/** A form whose conditions were checked and are ready to be asked. */
export type Form = {
	readonly definition: FormDefinition;
	readonly pages: readonly FormPage[];
	readonly stops: readonly FormStop[];
	readonly risks: readonly { readonly risk: Risk; readonly when: Condition }[];
	/** Every question, in the order it is asked; what conditions over all answers may name. */
	readonly names: Names;
	readonly questions: ReadonlyMap<string, Question>;
	/** What each group asks of an item, those inside groups too. */
	readonly groups: ReadonlyMap<Question, readonly AskedQuestion[]>;
};

/** Thrown with one sentence a line for each fault of a form. */
export class BrokenForm extends Error {
	readonly faults: readonly Fault[];
	constructor(faults: readonly Fault[]) {
		super(faults.map((fault) => fault.sentence).join("\n"));
		this.faults = faults;
	}
}

/** Throws `BrokenForm`, which names every fault. */
export function compileForm(definition: FormDefinition): Form {
	const { form, faults } = tryForm(definition);
	if (faults.length > 0) throw new BrokenForm(faults);
	return form;
}

/** The form as far as it can be made ready, and every fault of it. */
export function tryForm(definition: FormDefinition): { form: Form; faults: readonly Fault[] } {
	const faults: Fault[] = [];
	const names = namable(definition.pages.flatMap((page) => page.questions));
	const read = (source: string | undefined, known: readonly Question[], path: Path): Condition | undefined => {
		if (source === undefined) return undefined;
		try {
			return compileCondition(source, namable(known));
		} catch (error) {
			faults.push({ path, sentence: error instanceof Error ? error.message : String(error) });
			return undefined;
		}
	};
	const groups = new Map<Question, readonly AskedQuestion[]>();
	const ready = (question: Question, known: readonly Question[], path: Path): AskedQuestion => {
		if (question.kind === "group") {
			const before = [...known];
			const asks = question.questions.map((inner: Question, place) => {
				const ask = ready(inner, [...before], [...path, "questions", place]);
				before.push(inner);
				return ask;
			});
			groups.set(question, asks);
		}
		return { question, when: read(question.when, known, [...path, "when"]) };
	};
	const earlier: Question[] = [];
	const pages = definition.pages.map((page, at): FormPage => {
		const known = [...earlier];
		const asks = page.questions.map((question, place) => ready(question, known, ["pages", at, "questions", place]));
		earlier.push(...page.questions);
		const checks = page.checks.map((check, place) => ({
			check,
			when: read(check.when, earlier, ["pages", at, "checks", place, "when"]),
		}));
		return { page, when: read(page.when, known, ["pages", at, "when"]), asks, checks };
	});
	const after = ({ after, when }: { after: string; when: string }, path: Path): Condition | undefined => {
		const at = definition.pages.findIndex((page) => page.id === after);
		const known = definition.pages.slice(0, at + 1).flatMap((page) => page.questions);
		return at < 0 ? undefined : read(when, known, [...path, "when"]);
	};
	const stops = definition.stops.flatMap((stop, place): FormStop[] => {
		const when = after(stop, ["stops", place]);
		return when ? [{ stop, when }] : [];
	});
	const risks = definition.risks.flatMap((risk, place) => {
		const when = after(risk, ["risks", place]);
		return when ? [{ risk, when }] : [];
	});
	faults.push(...beforeFaults(definition), ...namedFaults(definition));
	const form: Form = {
		definition,
		pages,
		stops,
		risks,
		names,
		questions: new Map(names.map((question) => [question.id, question])),
		groups,
	};
	return { form, faults: [...faultsOf(form), ...faults] };
}
