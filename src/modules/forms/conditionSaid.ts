import { type ASTNode, Environment } from "@marcbachmann/cel-js";
import type { Names } from "./conditions.ts";
import type { Question } from "./question.ts";

const reader = new Environment();

/**
 * A condition as a person would say it: `kind == "in"` is “What is happening?” is “I am moving in”. What has no plain words is
 * said as it is written, and so is a condition that cannot be read.
 */
export function conditionInWords(source: string, questions: Names): string {
	try {
		return said(reader.parse(source).ast, questions) ?? source;
	} catch {
		return source;
	}
}

function said(node: ASTNode, questions: Names): string | undefined {
	switch (node.op) {
		case "&&":
			return joined(node.args, " and ", questions, (one) => one.op === "||");
		case "||":
			return joined(node.args, " or ", questions, (one) => one.op === "&&");
		case "!_": {
			const inner = said(node.args, questions);
			return inner && `not (${inner})`;
		}
		case "==":
		case "!=":
			return compared(node.args, node.op === "==" ? "is" : "is not", questions);
		case "<":
			return compared(node.args, "is less than", questions);
		case "<=":
			return compared(node.args, "is at most", questions);
		case ">":
			return compared(node.args, "is more than", questions);
		case ">=":
			return compared(node.args, "is at least", questions);
		case "in":
			return compared([node.args[1], node.args[0]], "has", questions);
		default:
			return undefined;
	}
}

function joined(
	nodes: readonly ASTNode[],
	word: string,
	questions: Names,
	inBrackets: (node: ASTNode) => boolean,
): string | undefined {
	const all = nodes.map((node) => {
		const words = said(node, questions);
		return words && inBrackets(node) ? `(${words})` : words;
	});
	return all.includes(undefined) ? undefined : all.join(word);
}

function compared([left, right]: readonly [ASTNode, ASTNode], verb: string, questions: Names): string | undefined {
	const question = left.op === "id" ? questions.find(({ id }) => id === left.args) : undefined;
	if (!question || right.op !== "value") return undefined;
	const value: unknown = right.args;
	if (value === "") return `“${question.ask}” ${verb === "is" ? "has no answer" : "has an answer"}`;
	if (typeof value === "string") return `“${question.ask}” ${verb} “${labelOf(question, value)}”`;
	return typeof value === "number" || typeof value === "bigint" ? `“${question.ask}” ${verb} ${value}` : undefined;
}

function labelOf(question: Question, value: string): string {
	if (question.kind === "yes-no") return value === "yes" ? "Yes" : "No";
	if (!("options" in question)) return value;
	return question.options.find((option) => option.value === value)?.label ?? value;
}
