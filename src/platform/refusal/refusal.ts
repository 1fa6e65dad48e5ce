/**
 * Three kinds of no. A refusal is a value: the council's rule says no, and the view has words for each code. Not found and
 * forbidden are thrown, and turned into pages in one place. Everything else that is thrown is a bug.
 */

/** The brand keeps an action's result that happens to hold a `code` from being taken for a refusal. */
const refused = Symbol("refused");

/** `code` is what the view has words for; `details` are the facts those words need. */
export type Refusal<Code extends string = string, Details = unknown> = {
	readonly [refused]: true;
	readonly code: Code;
	readonly details: Details;
};

/** What an action gives: its answer, or a refusal with one of the codes it names. */
export type Outcome<T, Code extends string> = T | Refusal<Code>;

/** `return refuse("reply-first")`. */
export function refuse<const Code extends string>(code: Code): Refusal<Code, undefined>;
export function refuse<const Code extends string, Details>(code: Code, details: Details): Refusal<Code, Details>;
export function refuse(code: string, details?: unknown): Refusal {
	return { [refused]: true, code, details };
}

/** Narrows both ways: to the refusal with its codes, and to the answer without it. */
export function isRefusal<T>(outcome: T): outcome is Extract<T, Refusal> {
	return typeof outcome === "object" && outcome !== null && refused in outcome;
}
