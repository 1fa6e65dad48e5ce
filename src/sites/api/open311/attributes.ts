import type { Question } from "../../../modules/forms/index.ts";
import type { Service } from "../../../modules/services/index.ts";
import type { Value } from "./format.ts";

/** Questions that the standard's own parameters answer, or that other systems are not asked. */
const byParameter = new Set<Question["kind"]>(["place", "address", "photos", "name", "email", "phone"]);

/** The questions that are attributes, in the order they are asked. `description` is the parameter of that name. */
export function attributeQuestions(service: Service): Question[] {
	const { description } = service.definition.register;
	return [...service.form.questions.values()].filter(
		(question) => !question.local && !byParameter.has(question.kind) && question.id !== description,
	);
}

type Datatype = "string" | "text" | "number" | "datetime" | "singlevaluelist" | "multivaluelist";

function datatypeOf(question: Question): Datatype {
	switch (question.kind) {
		case "long-text":
			return "text";
		case "number":
			return "number";
		case "date":
			return "datetime";
		case "choice":
		case "yes-no":
			return "singlevaluelist";
		case "choices":
			return "multivaluelist";
		default:
			return "string";
	}
}

function valuesOf(question: Question): { key: string; name: string }[] {
	if (question.kind === "choice" || question.kind === "choices") {
		return question.options.map(({ value, label }) => ({ key: value, name: label }));
	}
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
			required: !question.optional && !sometimes.has(question.id),
			datatype_description: question.hint ?? null,
			order: at + 1,
			description: question.ask,
			values: valuesOf(question),
		})),
	};
}
