import { type ASTNode, Environment } from "@marcbachmann/cel-js";
import { type Answers, itemsOf } from "./answer.ts";
import { registerFilled, registerQuestion, registerTypes, valueFor, valuesFor } from "./conditionTypes.ts";
import type { Question } from "./question.ts";
import { wordsUsed, type WordsUsed } from "./conditionWords.ts";

/** A condition that was checked against the questions it names. Never throws; a question without an answer is "", 0 or []. */
export type Condition = {
	(answers: Answers, around?: Around): boolean;
	readonly source: string;
	/** The ids of the questions it asks about. */
	readonly names: readonly string[];
};

/** What conditions may ask beside the answers, such as `at.ward`: by name, the things each has. All that is known is said. */
export type Around = Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>;

/** What officers filled in is called so in conditions. Among the answers it stands as the one item of a group of this name. */
const filled = "filled";

/** Thrown with one sentence that says what is wrong with a condition. */
class BrokenCondition extends Error {}

/** The questions that a condition may name. */
export type Names = readonly Question[];

/**
 * Reads a condition in CEL over the answers to `questions`, such as `kind == "asbestos"`, `"tyres" in types`, `where.ward == "E1"`,
 * `metres > 2`. What officers were asked, `filledIn`, it names as `filled.grade`. Throws `BrokenCondition` on names, types and
 * options that do not exist, and on what could fail later.
 */
export function compileCondition(
	source: string,
	questions: Names,
	nothingAround: Around = {},
	filledIn: Names = [],
): Condition {
	const environment = new Environment().registerOperator("double == int", (a: number, b: bigint) => a === Number(b));
	registerTypes(environment);
	for (const question of questions) registerQuestion(environment, question);
	registerAround(environment, nothingAround);
	registerFilled(environment, filled, filledIn);
	const used = check(source, environment, [
		...questions,
		...filledIn.map((question) => ({ ...question, id: `${filled}.${question.id}` })),
	]);
	const asked = questions.filter((question) => used.names.has(question.id));
	const parsed = environment.parse(source);
	const decide = (answers: Answers, around = nothingAround): boolean => {
		const context: Record<string, unknown> = { ...around };
		for (const question of asked) context[question.id] = valueFor(question, answers[question.id]);
		if (used.names.has(filled)) context[filled] = valuesFor(filledIn, itemsOf(answers[filled])[0] ?? {});
		return parsed(context) === true;
	};
	return Object.assign(decide, { source, names: asked.map((question) => question.id) });
}

/** What is wrong with a condition, in a sentence; undefined when nothing is. */
export function conditionFault(
	source: string,
	questions: Names,
	nothingAround: Around = {},
	filledIn: Names = [],
): string | undefined {
	try {
		compileCondition(source, questions, nothingAround, filledIn);
		return undefined;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

/** `empty` says what there is, each with what it is when nothing is known. */
function registerAround(environment: Environment, empty: Around): void {
	for (const [name, has] of Object.entries(empty)) {
		const type = `Around_${name}`;
		const fields: Record<string, string> = {};
		for (const [field, value] of Object.entries(has)) {
			fields[field] = typeof value === "number" ? "double" : typeof value === "boolean" ? "bool" : "string";
		}
		environment.registerType(type, { fields });
		environment.registerVariable(name, type);
	}
}

function check(source: string, environment: Environment, questions: readonly Question[]): WordsUsed {
	const checked = environment.check(source);
	if (!checked.valid) throw broken(source, sentence(checked.error?.message));
	if (checked.type !== "bool") throw broken(source, `It gives ${kindOf(checked.type)}, not true or false.`);
	const ast: ASTNode = environment.parse(source).ast;
	const used = wordsUsed(ast);
	if (used.risky !== undefined) throw broken(source, `It uses ${used.risky}, which could fail on some answers.`);
	for (const { name, word } of used.compared) {
		const question = questions.find((one) => one.id === name);
		const options = question ? optionsOf(question) : undefined;
		if (options && word !== "" && !options.includes(word)) {
			throw broken(source, `“${word}” is not an answer to “${name}”; its answers are ${options.join(", ")}.`);
		}
	}
	return used;
}

/** Whether its answers are a list that the definition gives. */
export function hasOptions(question: Question): question is Extract<Question, { options: unknown }> {
	return question.kind === "choice" || question.kind === "choices" || question.kind === "select";
}

/** What may be answered, where that is a closed list. */
export function optionsOf(question: Question): readonly string[] | undefined {
	if (question.kind === "yes-no") return ["yes", "no"];
	if (question.kind === "declaration") return ["yes"];
	return hasOptions(question) ? question.options.map((option) => option.value) : undefined;
}

function broken(source: string, why: string): BrokenCondition {
	return new BrokenCondition(`The condition “${source}” is wrong. ${why}`);
}

function sentence(message = "It cannot be read."): string {
	const first = message.split("\n")[0] ?? message;
	const unknown = /^Unknown variable: (.+)$/.exec(first);
	if (unknown?.[1] === filled) return "Officers are asked nothing before that.";
	if (unknown) return `No question before it is called “${unknown[1]}”.`;
	const missing = /^No such key: (.+)$/i.exec(first);
	if (missing) return `It asks for “${missing[1]}”, and there is no such thing.`;
	const compared = /^No such overload: (.+) (\S+) (.+)$/i.exec(first);
	if (compared) return `“${compared[2]}” cannot be asked of ${kindOf(compared[1])} and ${kindOf(compared[3])}.`;
	return `${first.charAt(0).toUpperCase()}${first.slice(1)}.`;
}

/** What CEL calls a type, in words. */
function kindOf(type: string | undefined): string {
	return (type && kinds[type]) || `something of the type ${type}`;
}

const kinds: Readonly<Record<string, string>> = {
	string: "words",
	int: "a number",
	double: "a number",
	bool: "true or false",
	"list<string>": "a list",
	Place: "a place",
	Address: "an address",
};
