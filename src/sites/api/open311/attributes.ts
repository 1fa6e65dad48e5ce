import { mustBeAnswered, type Question } from "../../../modules/forms/index.ts";
import type { Service } from "../../../modules/services/index.ts";
import type { Value } from "./format.ts";

/** Questions that the standard's own parameters answer, or that other systems are not asked. */
const byParameter = new Set<Question["kind"]>(["place", "address", "property", "photos", "name", "email", "phone"]);

/** What no attribute can carry, or what no other system should hold. */
const neverSent = new Set<Question["kind"]>(["files", "group", "information", "bank", "nino"]);

/** Whether other systems neither send nor get the answer. */
export function isLocal({ local, kind }: Question): boolean {
	return local || neverSent.has(kind);
}

/** The questions that are attributes, in the order they are asked. `description` is the parameter of that name. */
export function attributeQuestions(service: Service): Question[] {
	const { description } = service.definition.register;
	return [...service.form.questions.values()].filter(
		(question) => !isLocal(question) && !byParameter.has(question.kind) && question.id !== description,
	);
}

type Datatype = "string" | "text" | "number" | "datetime" | "singlevaluelist" | "multivaluelist";

function datatypeOf(question: Question): Datatype {
	switch (question.kind) {
		case "long-text":
			return "text";
		case "number":
		case "money":
			return "number";
		case "date":
			return "datetime";
		case "choice":
		case "select":
		case "yes-no":
		case "declaration":
			return "singlevaluelist";
		case "choices":
			return "multivaluelist";
		default:
			return "string";
	}
}

function valuesOf(question: Question): { key: string; name: string }[] {
	if (question.kind === "choice" || question.kind === "choices" || question.kind === "select") {
		return question.options.map(({ value, label }) => ({ key: value, name: label }));
	}
	if (question.kind === "declaration") return [{ key: "yes", name: question.agree }];
	if (question.kind !== "yes-no") return [];
	return [
		{ key: "yes", name: "Yes" },
		{ key: "no", name: "No" },
	];
}

/** A service's questions as attributes. One that is asked only sometimes is never required of everyone. */
export function definitionOf(service: Service, code: string): Value {
	const sometimes = new Set(
		service.form.pages.flatMap(({ when, asks }) =>
			asks.filter((ask) => when !== undefined || ask.when !== undefined).map(({ question }) => question.id),
		),
	);
	return {
		service_code: code,
		attributes: attributeQuestions(service).map((question, at) => ({
			variable: true,
			code: question.id,
			datatype: datatypeOf(question),
			required: mustBeAnswered(question) && !sometimes.has(question.id),
			datatype_description: question.hint ?? null,
			order: at + 1,
			description: question.ask,
			values: valuesOf(question),
		})),
	};
}
