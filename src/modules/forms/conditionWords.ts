import type { ASTNode } from "@marcbachmann/cel-js";

/** What a condition mentions. */
export type WordsUsed = {
	names: Set<string>;
	/** Questions and the words their answers are compared with. */
	compared: { name: string; word: string }[];
	/** Something that can throw, or cost time without bound, depending on the answers. */
	risky: string | undefined;
};

/** Functions that give an answer whatever they are given. */
const safe = new Set(["size", "startsWith", "endsWith", "contains", "exists", "all", "exists_one", "lowerAscii"]);
const macros = new Set(["exists", "all", "exists_one"]);

export function wordsUsed(ast: ASTNode): WordsUsed {
	const used: WordsUsed = { names: new Set(), compared: [], risky: undefined };
	walk(ast, used, new Set());
	return used;
}

function walk(node: ASTNode, used: WordsUsed, bound: ReadonlySet<string>): void {
	const go = (...nodes: readonly ASTNode[]) => nodes.forEach((one) => walk(one, used, bound));
	switch (node.op) {
		case "value":
			return;
		case "id":
			if (!bound.has(node.args)) used.names.add(node.args);
			return;
		case ".":
			return go(node.args[0]);
		case "==":
		case "!=":
		case "in":
			compare(node.args[0], node.args[1], used);
			return go(...node.args);
		case "<":
		case "<=":
		case ">":
		case ">=":
		case "+":
		case "-":
		case "*":
		case "&&":
		case "||":
		case "?:":
		case "list":
			return go(...node.args);
		case "!_":
		case "-_":
			return go(node.args);
		case "call":
			if (!safe.has(node.args[0])) used.risky ??= `${node.args[0]}()`;
			return go(...node.args[1]);
		case "rcall": {
			const [name, target, given] = node.args;
			if (!safe.has(name)) used.risky ??= `${name}()`;
			const variable = given[0];
			if (!macros.has(name) || variable?.op !== "id") return go(target, ...given);
			go(target);
			const inside = new Set([...bound, variable.args]);
			for (const one of given.slice(1)) walk(one, used, inside);
			return;
		}
		default:
			used.risky ??= `“${node.op}”`;
	}
}

/** `kind == "x"`, `"x" == kind`, `"x" in kinds`, `kind in ["x", "y"]`. */
function compare(left: ASTNode, right: ASTNode, used: WordsUsed): void {
	const pairs: [ASTNode, ASTNode][] = [
		[left, right],
		[right, left],
	];
	for (const [name, words] of pairs) {
		const called = nameOf(name);
		if (called === undefined) continue;
		for (const one of words.op === "list" ? words.args : [words]) {
			if (one.op === "value" && typeof one.args === "string") used.compared.push({ name: called, word: one.args });
		}
	}
}

/** `kind`, or `filled.grade`. */
function nameOf(node: ASTNode): string | undefined {
	if (node.op === "id") return node.args;
	if (node.op !== "." || node.args[0].op !== "id") return undefined;
	return `${node.args[0].args}.${node.args[1]}`;
}
