import type { z } from "zod";
import type { Fault, Path } from "./fault.ts";
import { didYouMean } from "./nearest.ts";

type Raw = z.core.$ZodRawIssue;
type Issue = z.core.$ZodIssue;

/** What a schema found, in words for someone who writes a pack and has never seen a schema. */
export function faultsFound(issues: readonly Issue[], path: Path = []): Fault[] {
	return issues.flatMap((issue): Fault[] => {
		const at = [...path, ...issue.path];
		if (issue.code === "unrecognized_keys") {
			const sentences = issue.message.split("\n");
			return issue.keys.map((key, index) => ({ path: [...at, key], sentence: sentences[index] ?? issue.message }));
		}
		if (issue.code === "invalid_union" && issue.errors.length > 0) return faultsFound(likeliest(issue.errors), at);
		if (issue.code === "invalid_key") return faultsFound(issue.issues, at);
		return [{ path: at, sentence: wholeSentence(issue.message, keyOf(at)) }];
	});
}

/** A schema's own message may leave out what it is about, as in "must be one line". */
function wholeSentence(message: string, key: string | undefined): string {
	const open = message.replace(/^is /, "must be ");
	const about = /^(must|needs|has|could|can|cannot) /.test(open)
		? `${key === undefined ? "This" : `“${key}”`} ${open}`
		: open;
	return `${about.charAt(0).toUpperCase()}${about.slice(1).replace(/(?<![.?])$/, ".")}`;
}

/** Of the shapes something could have had, the one that was meant: which knows its keys, and lacks the fewest. */
function likeliest(shapes: readonly (readonly Issue[])[]): readonly Issue[] {
	return shapes.reduce((best, one) => (strangeness(one) < strangeness(best) ? one : best));
}

function strangeness(issues: readonly Issue[]): number {
	return issues.reduce((sum, issue) => {
		if (issue.code === "unrecognized_keys") return sum + 10 * issue.keys.length;
		if (issue.code === "invalid_union" && issue.errors.length > 0) return sum + strangeness(likeliest(issue.errors));
		return sum + (issue.path.length === 0 ? 100 : 1);
	}, 0);
}

/** The sentence for one thing a schema found; a schema's own message goes before it. */
export function plainly(issue: Raw): string {
	const key = keyOf(issue.path);
	const subject = key === undefined ? "This" : `“${key}”`;
	if (issue.input === undefined && issue.code !== "custom") return missing(issue, key);
	switch (issue.code) {
		case "unrecognized_keys": {
			const known = keysOf(issue.inst);
			return issue.keys.map((one) => `There is no “${one}” here.${didYouMean(one, known)}`).join("\n");
		}
		case "invalid_value":
			return oneOf(subject, issue.values.map(String), issue.input);
		case "invalid_union":
			return oneOf(subject, optionsOf(issue), kindGiven(issue));
		case "invalid_type":
			return `${subject} must be ${kinds[issue.expected] ?? issue.expected}${instead(issue.input)}.`;
		case "too_small":
			return `${subject} must ${least(issue.origin, issue.minimum)}.`;
		case "too_big":
			return `${subject} must ${most(issue.origin, issue.maximum)}.`;
		case "invalid_format":
			return `${subject} ${formats[issue.format] ?? "is not written as it must be"}.`;
		case "invalid_key":
			return `${subject} cannot be used as a name here.`;
		default:
			return `${subject} is not right.`;
	}
}

function missing(issue: Raw, key: string | undefined): string {
	const says = issue.inst && "description" in issue.inst ? issue.inst.description : undefined;
	const subject = key === undefined ? "What must stand here" : `“${key}”`;
	return `${subject} is missing${typeof says === "string" ? `: ${lowerFirst(says.replace(/\.$/, ""))}` : ""}.`;
}

function lowerFirst(words: string): string {
	return /^[A-Z][a-z]* /.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

function keyOf(path: Path | undefined): string | undefined {
	const last = path?.at(-1);
	return typeof last === "string" ? last : undefined;
}

function keysOf(schema: unknown): string[] {
	if (typeof schema !== "object" || schema === null || !("shape" in schema)) return [];
	return typeof schema.shape === "object" && schema.shape !== null ? Object.keys(schema.shape) : [];
}

function optionsOf(issue: Raw): string[] {
	return "options" in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
}

function kindGiven(issue: Raw): unknown {
	const given = issue.input;
	const key = "discriminator" in issue && typeof issue.discriminator === "string" ? issue.discriminator : undefined;
	if (key === undefined || typeof given !== "object" || given === null) return given;
	return Object.entries(given).find(([name]) => name === key)?.[1];
}

function oneOf(subject: string, known: readonly string[], given: unknown): string {
	if (given === undefined) return `${subject} is missing: one of ${known.join(", ")}.`;
	if (known.length === 1) return `${subject} must be ${known[0]}.`;
	if (typeof given !== "string" && typeof given !== "number") return `${subject} must be one of ${known.join(", ")}.`;
	return `${subject} cannot be “${given}”: it must be one of ${known.join(", ")}.${didYouMean(String(given), known)}`;
}

const kinds: Readonly<Record<string, string>> = {
	string: "words",
	number: "a number",
	int: "a whole number",
	boolean: "true or false",
	array: "a list",
	object: "a set of keys",
	record: "a set of keys",
	tuple: "a list",
};

function instead(given: unknown): string {
	if (given === null) return ", and nothing stands there";
	if (Array.isArray(given)) return ", not a list";
	switch (typeof given) {
		case "string":
			return ", not words";
		case "number":
			return `, not a number: put “${given}” in quotation marks`;
		case "boolean":
			return ", not true or false: put it in quotation marks";
		case "object":
			return ", not a set of keys (words with a colon in them need quotation marks)";
		default:
			return "";
	}
}

function least(origin: string, minimum: number | bigint): string {
	if (origin === "string") return minimum === 1 || minimum === 1n ? "not be empty" : `have ${minimum} letters or more`;
	if (origin === "array" || origin === "set") return `list ${minimum} or more`;
	return `be ${minimum} or more`;
}

function most(origin: string, maximum: number | bigint): string {
	if (origin === "string") return `have ${maximum} letters or fewer`;
	if (origin === "array" || origin === "set") return `list ${maximum} or fewer`;
	return `be ${maximum} or less`;
}

const formats: Readonly<Record<string, string>> = {
	email: "must be an email address",
	url: "must be an address that begins with https://",
	date: "must be a day written like 2026-04-01",
};
