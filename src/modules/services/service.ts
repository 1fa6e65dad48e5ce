import type { Answers, Form } from "../forms/index.ts";
import { compileCondition, compileForm } from "../forms/index.ts";
import type { Definition } from "./definition.ts";

/** A definition that was checked and made ready: conditions compiled, questions by name. */
export type Service = {
	readonly id: string;
	readonly version: number;
	readonly definition: Definition;
	readonly form: Form;
	/** In the order of the definition; the first that is true wins. */
	readonly routes: readonly { route: Definition["routing"][number]; applies: (answers: Answers) => boolean }[];
	readonly clocks: readonly { clock: Definition["promise"][number]; applies: (answers: Answers) => boolean }[];
};

/** Makes a definition ready. Throws an `Error` with a sentence for each thing in it that contradicts another. */
export function readyService(definition: Definition, version: number): Service {
	const faults = contradictions(definition);
	if (faults.length > 0) throw new Error(faults.map((fault) => `${definition.id}: ${fault}`).join("\n"));
	const form = compileForm(definition.form);
	const compile = (source: string | undefined) =>
		source === undefined ? () => true : compileCondition(source, form.names);
	return {
		id: definition.id,
		version,
		definition,
		form,
		routes: definition.routing.map((route) => ({ route, applies: compile(route.when) })),
		clocks: definition.promise.map((clock) => ({ clock, applies: compile(clock.when) })),
	};
}

/** Lists, messages and open data show the summary: it may hold neither who someone is nor what a stranger wants to be read. */
const typedFreely = new Set(["text", "long-text", "name", "email", "phone", "address"]);

/** What the schema alone cannot see. */
export function contradictions(definition: Definition): string[] {
	const faults: string[] = [];
	const stages = new Set(definition.stages.map((stage) => stage.id));
	const known = (stage: string, where: string) => {
		if (!stages.has(stage)) faults.push(`${where} names the stage "${stage}", which it does not have.`);
	};
	if (stages.size < definition.stages.length) faults.push("Two of its stages have the same id.");
	if (definition.stages[0]?.public !== "received") faults.push("Its first stage must be shown as received.");
	const closing = definition.stages.filter((stage) => stage.public === "closed");
	if (closing.length !== 1) faults.push("It must have exactly one stage that is shown as closed.");
	for (const stage of definition.stages) {
		for (const next of stage.to ?? []) known(next, `The stage "${stage.id}"`);
		const other = stage["different-officer-from"];
		if (other !== undefined) known(other, `The stage "${stage.id}"`);
	}
	for (const clock of definition.promise) {
		known(clock.starts, `The clock "${clock.id}"`);
		for (const stop of clock.stops) known(stop, `The clock "${clock.id}"`);
	}
	if (!definition.promise.some((clock) => clock.starts === definition.stages[0]?.id)) {
		faults.push("No clock of its promise starts when a request is received.");
	}
	known(definition.reopens.to, "Reopening");
	const outcomes = definition.outcomes.map((outcome) => outcome.id);
	if (new Set(outcomes).size < outcomes.length) faults.push("Two of its outcomes have the same id.");
	const questions = new Map(definition.form.pages.flatMap((page) => page.questions.map((q) => [q.id, q] as const)));
	const { summary, ...register } = definition.register;
	const named = [...summary.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ["summary", name] as const);
	for (const [what, name = ""] of [...Object.entries(register).filter(([, name]) => name !== undefined), ...named]) {
		const question = questions.get(name);
		if (!question) faults.push(`Its register's ${what} names the question "${name}", which it does not ask.`);
		else if (question.sealed) faults.push(`Its register's ${what} names the question "${name}", which is sealed.`);
		else if (what === "summary" && typedFreely.has(question.kind))
			faults.push(`Its register's summary names the question "${name}", which holds what people type.`);
	}
	if (definition.public && questions.get(register.place ?? "")?.kind === "address")
		faults.push("It is public but its place is somebody's home.");
	if (definition.public && definition.confidential) faults.push("It is public but only its team may read it.");
	if (definition.nearby && !definition.public) faults.push("It shows reports nearby but is not public.");
	if (definition.nearby && !definition.register.place) faults.push("It shows reports nearby but asks no place.");
	return faults;
}
