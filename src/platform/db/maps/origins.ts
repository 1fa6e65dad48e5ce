/**
 * Where the columns of a view come from. PostgreSQL says of a view's column neither whether it can be null nor what it
 * may hold, but keeps the view as a tree in which both can be read.
 */

export type Origin = {
	/** The table's column shown unchanged, when there is one. */
	readonly table: string | undefined;
	readonly column: string | undefined;
	/** Null even where the table's column is not: the row may be missing from an outer join. */
	readonly mayBeMissing: boolean;
	/** An expression that is never null, such as a count. */
	readonly neverNull: boolean;
};

export type Origins = ReadonlyMap<string, Origin>;

type NameOf = (table: number, column: number) => { table: string | undefined; column: string | undefined };

/** Reads the tree of a view (`pg_rewrite.ev_action`); the keys are the view's column names. */
export function readOrigins(tree: string, nameOf: NameOf): Origins {
	const joinsOuter = /:jointype [123]\b/.test(tree);
	// Through a subquery, a common table expression or a grouping, the trace of an outer join is lost.
	const nests = /:rtekind [169]\b/.test(tree);
	// A union says only of its first part where its columns come from.
	const combines = indexAtDepth(tree, ":setOperations <>", 2) < 0;
	const origins = new Map<string, Origin>();
	for (const entry of targets(tree)) {
		const tail =
			/:resno \d+ :resname (\S+) :ressortgroupref \d+ :resorigtbl (\d+) :resorigcol (\d+) :resjunk (\w+)\}$/.exec(
				entry,
			);
		if (tail === null || tail[4] === "true") continue;
		const expression = entry.slice("{TARGETENTRY :expr ".length);
		const missing = !/^\{VAR [^{}]*:varnullingrels \(b\)/.test(expression) || (joinsOuter && nests) || combines;
		origins.set((tail[1] ?? "").replaceAll("\\", ""), {
			...nameOf(Number(tail[2]), Number(tail[3])),
			mayBeMissing: missing,
			neverNull: !combines && isNeverNull(expression),
		});
	}
	return origins;
}

/** The entries of the outermost target list, each with its braces. */
function targets(tree: string): string[] {
	const start = indexAtDepth(tree, ":targetList (", 2);
	if (start < 0) return [];
	const entries: string[] = [];
	let depth = 0;
	let begin = 0;
	for (let at = start + ":targetList (".length; at < tree.length; at++) {
		const character = tree[at];
		if (character === "\\") at++;
		else if (character === "{" && depth++ === 0) begin = at;
		else if (character === "}" && --depth === 0) entries.push(tree.slice(begin, at + 1));
		else if (character === ")" && depth === 0) break;
	}
	return entries;
}

function indexAtDepth(tree: string, wanted: string, depthWanted: number): number {
	let depth = 0;
	for (let at = 0; at < tree.length; at++) {
		const character = tree[at];
		if (character === "\\") at++;
		else if (depth === depthWanted && tree.startsWith(wanted, at)) return at;
		else if (character === "{" || character === "(") depth++;
		else if (character === "}" || character === ")") depth--;
	}
	return -1;
}

const counting = /^\{AGGREF :aggfnoid (2147|2803)\b/;
const arrayOrExists = /^\{SUBLINK :subLinkType [06]\b/;
function isNeverNull(expression: string): boolean {
	if (counting.test(expression) || arrayOrExists.test(expression) || expression.startsWith("{NULLTEST ")) return true;
	if (/^\{CONST [^{}]*:constisnull false/.test(expression)) return true;
	// A choice that ends in a constant has an answer.
	return (
		/^\{COALESCE(EXPR)? /.test(expression) &&
		/\{CONST [^{}]*:constisnull false[^{}]*\}\) :location -?\d+\} :resno/.test(expression)
	);
}
