import type { House } from "../../../platform/context/index.ts";
import { didYouMean, type Fault, type PartFault, type Path, twice, within } from "../../../platform/module/index.ts";
import { conditionFault, type Form, type Question, tryForm } from "../../forms/index.ts";
import { isForPublic } from "../audience.ts";
import type { Definition } from "../definition.ts";
import { servicesPart } from "../pack.ts";
import { formOf } from "./event.ts";
import { type LifeEventDefinition, lifeEventsPart } from "./pack.ts";

/** They need a page of their own, or agree to one thing alone. */
const notShared: ReadonlySet<string> = new Set(["photos", "files", "group", "declaration"]);

/** What is wrong with the life events of the pack: their own questions, and what they fill in of other forms. */
export function lifeEventFaults(house: House): PartFault[] {
	if (!servicesPart.filled(house)) return [];
	const definitions = servicesPart.of(house).filter(isForPublic);
	const events = lifeEventsPart.of(house);
	const faults = [
		...twice(
			events,
			({ id }) => id,
			(_, at): Path => [at, "id"],
			(id) => `Two life events are called “${id}”.`,
		),
		...events.flatMap((event, at) => within([at], faultsOf(event, definitions))),
	];
	return faults.map((fault) => ({ ...fault, part: lifeEventsPart }));
}

function faultsOf(event: LifeEventDefinition, definitions: readonly Definition[]): Fault[] {
	const { form, faults } = formOf(event);
	const kinds = event.pages.flatMap(({ questions }, page) =>
		questions.flatMap(({ id, kind }, at): Fault[] =>
			notShared.has(kind)
				? [
						{
							path: ["pages", page, "questions", at, "kind"],
							sentence: `“${id}” is of kind ${kind}, which is asked in each form of its own.`,
						},
					]
				: [],
		),
	);
	const ids = definitions.map(({ id }) => id);
	const starts = event.services.flatMap((started, at): Fault[] => {
		const path: Path = ["services", at];
		const definition = definitions.find(({ id }) => id === started.service);
		const wrong = started.when === undefined ? undefined : conditionFault(started.when, form.names);
		const fault = (key: Path, sentence: string): Fault => ({ path: [...path, ...key], sentence });
		return [
			...(wrong === undefined ? [] : [fault(["when"], wrong)]),
			...(definition
				? fillFaults(started.fills, form, definition).map(({ key, sentence }) => fault(["fills", key], sentence))
				: [
						fault(
							["service"],
							`It names the service “${started.service}”, which the public does not have.${didYouMean(started.service, ids)}`,
						),
					]),
		];
	});
	return [
		...within(
			["pages"],
			faults.map((one) => ({ ...one, path: one.path.slice(1) })),
		),
		...kinds,
		...starts,
	];
}

type Fills = LifeEventDefinition["services"][number]["fills"];

function fillFaults(fills: Fills, shared: Form, definition: Definition): { key: string; sentence: string }[] {
	const { form } = tryForm(definition.form);
	return Object.entries(fills).flatMap(([key, from]) => {
		const fault = (sentence: string) => [{ key, sentence }];
		const question = form.questions.get(key);
		if (!question)
			return fault(`The service “${definition.id}” does not ask “${key}”.${didYouMean(key, form.questions.keys())}`);
		if (typeof from !== "string")
			return isAnswer(question, from.is) ? [] : fault(`“${from.is}” is not an answer to “${key}”.`);
		const source = shared.questions.get(from);
		if (!source)
			return fault(
				`It fills “${key}” from “${from}”, which it does not ask.${didYouMean(from, shared.questions.keys())}`,
			);
		return fits(source, question)
			? []
			: fault(
					`“${from}” is of kind ${source.kind} and cannot fill “${key}”, of kind ${question.kind}${source.kind === question.kind ? " with other answers" : ""}.`,
				);
	});
}

function isAnswer(question: Question, is: string): boolean {
	if (question.kind === "yes-no") return is === "yes" || is === "no";
	return "options" in question && question.options.some(({ value }) => value === is);
}

/** An address of the area is an address; of choices every answer there must be one here. */
function fits(source: Question, question: Question): boolean {
	if (source.kind === "property" && question.kind === "address") return true;
	if (source.kind !== question.kind || notShared.has(question.kind)) return false;
	if (!("options" in source) || !("options" in question)) return true;
	const known = question.options.map(({ value }) => value);
	return source.options.every(({ value }) => known.includes(value));
}
