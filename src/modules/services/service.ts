import type { Answers, Around, Form } from "../forms/index.ts";
import { compileCondition, conditionFault, tryForm } from "../forms/index.ts";
import { didYouMean, type Fault, type Path, twice, within } from "../../platform/module/index.ts";
import { nowhere, type Surroundings } from "./around.ts";
import { accountFaults } from "./check/account.ts";
import { checkFaults } from "./check/checks.ts";
import { clockFaults } from "./check/clocks.ts";
import { conditionsOf } from "./check/conditions.ts";
import { feeFaults } from "./check/fee.ts";
import { safetyFaults } from "./check/safety.ts";
import { stageFaults } from "./check/stages.ts";
import type { Automation, Definition, TaskDefinition } from "./definition.ts";
import { type OfficerForms, officerForms } from "./workflow/asks.ts";
import { filledInBefore } from "./workflow/filled.ts";
import { workflowFaults } from "./workflow/faults.ts";
import { type AskedOpinion, type AskedSet, askedOpinions, askedSets, outsideFaults } from "./outside.ts";

/** `names` are the questions it asks about. */
type RouteApplies = ((answers: Answers, around: Surroundings) => boolean) & { readonly names: readonly string[] };

type FeeItem = NonNullable<Definition["fee"]>["items"][number];

/** A definition that was checked and made ready: conditions compiled, questions by name. */
export type Service = {
	readonly id: string;
	readonly version: number;
	readonly definition: Definition;
	readonly form: Form;
	/** In the order of the definition; the first that is true wins. */
	readonly routes: readonly {
		route: Definition["routing"][number];
		applies: RouteApplies;
	}[];
	readonly clocks: readonly { clock: Definition["promise"][number]; applies: (answers: Answers) => boolean }[];
	/** What it costs, item by item. */
	readonly fees: readonly { item: FeeItem; applies: (answers: Answers) => boolean }[];
	/** What officers fill in. */
	readonly asks: OfficerForms;
	readonly tasks: readonly { task: TaskDefinition; applies: (answers: Answers) => boolean }[];
	readonly automation: readonly { automation: Automation; applies: (answers: Answers) => boolean }[];
	/** By their ids: what the customer may be asked later, and the opinions that others may be asked for. */
	readonly asksCustomer: ReadonlyMap<string, AskedSet>;
	readonly opinions: ReadonlyMap<string, AskedOpinion>;
};

/** Makes a definition ready. Throws an `Error` with a sentence for each thing in it that contradicts another. */
export function readyService(definition: Definition, version: number): Service {
	const faults = contradictions(definition);
	if (faults.length > 0) throw new Error(faults.map((fault) => `${definition.id}: ${fault.sentence}`).join("\n"));
	return checkedService(definition, version);
}

/**
 * Makes a definition ready that was checked when it was published. What may be written has grown stricter since then, and the
 * requests of an older version go on all the same: a condition that can no longer be read is never true.
 */
export function checkedService(definition: Definition, version: number): Service {
	const { form } = tryForm(definition.form);
	const compile = (source: string | undefined, around: Around = {}, on?: string) => {
		if (source === undefined) return Object.assign(() => true, { names: [] });
		const filledIn = on === undefined ? [] : filledInBefore(definition, on);
		const wrong = conditionFault(source, form.names, around, filledIn);
		if (wrong !== undefined) return Object.assign(() => false, { names: [] });
		return compileCondition(source, form.names, around, filledIn);
	};
	return {
		id: definition.id,
		version,
		definition,
		form,
		routes: definition.routing.map((route) => ({ route, applies: compile(route.when, nowhere) })),
		clocks: definition.promise.map((clock) => ({ clock, applies: compile(clock.when, {}, clock.starts) })),
		fees: (definition.fee?.items ?? []).map((item) => ({ item, applies: compile(item.when) })),
		asks: officerForms(definition),
		tasks: definition.tasks.map((task) => ({ task, applies: compile(task.when, {}, task.on) })),
		automation: definition.automation.map((automation) => ({
			automation,
			applies: compile(automation.when, {}, automation.on),
		})),
		asksCustomer: askedSets(definition),
		opinions: askedOpinions(definition),
	};
}

/** Lists, messages and open data show the summary: it may hold neither who someone is nor what a stranger wants to be read. */
const typedFreely = new Set([
	"text",
	"long-text",
	"name",
	"email",
	"phone",
	"address",
	"property",
	"nino",
	"vehicle",
	"bank",
	"files",
	"group",
]);

/** What the schema alone cannot see: the form's faults, and where the rest of the definition names what it does not have. */
export function contradictions(definition: Definition): Fault[] {
	const { form, faults: inForm } = tryForm(definition.form);
	const faults = within(["form"], inForm);
	const fault = (path: Path, sentence: string) => faults.push({ path, sentence });
	const ids = definition.stages.map((stage) => stage.id);
	const known = (stage: string, where: string, path: Path) => {
		if (!ids.includes(stage))
			fault(path, `${where} names the stage "${stage}", which it does not have.${didYouMean(stage, ids)}`);
	};
	faults.push(...twice(definition.stages, idOf, pathOfId("stages"), (id) => `Two of its stages are called "${id}".`));
	if (definition.stages[0]?.public !== "received")
		fault(["stages", 0, "public"], "Its first stage must be shown as received.");
	const closing = definition.stages.filter((stage) => stage.public === "closed");
	if (closing.length !== 1) fault(["stages"], "It must have exactly one stage that is shown as closed.");
	for (const [at, stage] of definition.stages.entries()) {
		for (const [place, next] of (stage.to ?? []).entries())
			known(next, `The stage "${stage.id}"`, ["stages", at, "to", place]);
		const other = stage["different-officer-from"];
		if (other !== undefined) known(other, `The stage "${stage.id}"`, ["stages", at, "different-officer-from"]);
	}
	faults.push(...clockFaults(definition));
	if (!definition.promise.some((clock) => clock.starts === definition.stages[0]?.id)) {
		fault(["promise"], "No clock of its promise starts when a request is received.");
	}
	known(definition.reopens.to, "Reopening", ["reopens", "to"]);
	faults.push(
		...twice(definition.outcomes, idOf, pathOfId("outcomes"), (id) => `Two of its outcomes are called "${id}".`),
	);
	const { summary, ...register } = definition.register;
	const named = [...summary.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ["summary", name] as const);
	for (const [what, name = ""] of [...Object.entries(register).filter(([, name]) => name !== undefined), ...named]) {
		const question = form.questions.get(name);
		const path = ["register", what];
		if (!question)
			fault(
				path,
				`Its register's ${what} names the question "${name}", which it does not ask.${didYouMean(name, form.questions.keys())}`,
			);
		else if (question.sealed) fault(path, `Its register's ${what} names the question "${name}", which is sealed.`);
		else if (what === "summary" && typedFreely.has(question.kind))
			fault(path, `Its register's summary names the question "${name}", which holds what people type.`);
	}
	const place = form.questions.get(register.place ?? "")?.kind;
	if (definition.public && (place === "address" || place === "property"))
		fault(["register", "place"], "It is public but its place is somebody's home.");
	if (definition.public && definition.confidential)
		fault(["confidential"], "It is public but only its team may read it.");
	if (definition.nearby && !definition.public) fault(["nearby"], "It shows reports nearby but is not public.");
	if (definition.nearby && !definition.register.place) fault(["nearby"], "It shows reports nearby but asks no place.");
	for (const { path, source, filledIn } of conditionsOf(definition)) {
		const wrong = conditionFault(source, form.names, path[0] === "routing" ? nowhere : {}, filledIn);
		if (wrong !== undefined) fault(path, wrong);
	}
	return [
		...faults,
		...workflowFaults(definition),
		...stageFaults(definition),
		...accountFaults(definition),
		...safetyFaults(definition),
		...checkFaults(definition),
		...feeFaults(definition),
		...outsideFaults(definition),
	];
}

const idOf = (one: { id: string }): string => one.id;
const pathOfId =
	(list: string) =>
	(_: unknown, at: number): Path => [list, at, "id"];
