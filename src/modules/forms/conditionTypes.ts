import type { Environment } from "@marcbachmann/cel-js";
import { type AnswerValue, filesOf, isAddress, isBank, isPlace, itemsOf, textsOf } from "./answer.ts";
import type { Kind, Question } from "./question.ts";

type Type = "string" | "double" | "list<string>" | "Place" | "Address" | "Bank";

/** How a condition sees an answer of each kind. A group is a list of its items; what asks nothing cannot be named. */
const typeOf: Record<Exclude<Kind, "group" | "information">, Type> = {
	text: "string",
	"long-text": "string",
	choice: "string",
	select: "string",
	choices: "list<string>",
	"yes-no": "string",
	declaration: "string",
	date: "string",
	number: "double",
	money: "double",
	name: "string",
	email: "string",
	phone: "string",
	nino: "string",
	vehicle: "string",
	bank: "Bank",
	address: "Address",
	property: "Address",
	place: "Place",
	photos: "list<string>",
	files: "list<string>",
};

const noPlace = { latitude: 0, longitude: 0, ward: "", postcode: "", street: "", description: "", asset: "" };
const noAddress = { lines: [], town: "", postcode: "", uprn: "", ward: "", latitude: 0, longitude: 0 };
const noBank = { name: "", sortCode: "", accountNumber: "", roll: "" };

/** Makes the types of places, addresses and accounts known. */
export function registerTypes(environment: Environment): void {
	environment.registerType("Place", { fields: { ...fieldsOf(noPlace) } });
	environment.registerType("Address", { fields: { ...fieldsOf(noAddress), lines: "list<string>" } });
	environment.registerType("Bank", { fields: { ...fieldsOf(noBank) } });
}

function fieldsOf(empty: Record<string, unknown>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(empty).map(([name, value]) => [name, typeof value === "number" ? "double" : "string"]),
	);
}

export function registerQuestion(environment: Environment, question: Question): void {
	const type = registered(environment, question, "");
	if (type !== undefined) environment.registerVariable(question.id, type);
}

/** What officers were asked, as the fields of one thing. Nothing when they were asked nothing. */
export function registerFilled(environment: Environment, name: string, questions: readonly Question[]): void {
	if (questions.length === 0) return;
	const fields: Record<string, string> = {};
	for (const question of questions) {
		const type = registered(environment, question, `_${name}`);
		if (type !== undefined) fields[question.id] = type;
	}
	environment.registerType("Filled", { fields });
	environment.registerVariable(name, "Filled");
}

/** The type of a question; a group's own type, with a field for each of its questions, is registered on the way. */
function registered(environment: Environment, question: Question, within: string): string | undefined {
	if (question.kind === "information") return undefined;
	if (question.kind !== "group") return typeOf[question.kind];
	const item = `Item${within}_${question.id}`;
	const fields: Record<string, string> = {};
	for (const inner of question.questions) {
		const type = registered(environment, inner, `${within}_${question.id}`);
		if (type !== undefined) fields[inner.id] = type;
	}
	environment.registerType(item, { fields });
	return `list<${item}>`;
}

/** The answer as a condition sees it; an answer of another type, kept from an older version, counts as none. */
export function valueFor(question: Question, value: AnswerValue | undefined): unknown {
	if (question.kind === "information") return undefined;
	if (question.kind === "group") return itemsOf(value).map((item) => valuesFor(question.questions, item));
	switch (typeOf[question.kind]) {
		case "string":
			return typeof value === "string" ? value : "";
		case "double":
			return typeof value !== "number" ? 0 : question.kind === "money" ? value / 100 : value;
		case "list<string>": {
			return [...textsOf(value), ...filesOf(value).map((file) => file.name)];
		}
		case "Place":
			return isPlace(value) ? { ...noPlace, ...value } : noPlace;
		case "Address":
			return isAddress(value) ? { ...noAddress, ...value } : noAddress;
		case "Bank":
			return isBank(value) ? { ...noBank, ...value } : noBank;
	}
}

export function valuesFor(questions: readonly Question[], item: Readonly<Record<string, AnswerValue>>) {
	return Object.fromEntries(questions.map((question) => [question.id, valueFor(question, item[question.id])]));
}
