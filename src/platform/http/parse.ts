/** Form bodies and queries: text into plain records, within limits, clean of what no form should hold. */
import { isUtf8 } from "node:buffer";
import { parse } from "qs";
import { TurnedAway } from "./turnedAway.ts";

/** `a=1&b[c]=2&d=3&d=4` as `{a: "1", b: {c: "2"}, d: ["3", "4"]}`. Throws `TurnedAway` when it is malformed or beyond limits. */
export function parseForm(text: string): Record<string, unknown> {
	if (text === "") return {};
	try {
		return parse(text, {
			depth: 4,
			strictDepth: true,
			arrayLimit: 200,
			parameterLimit: 500,
			throwOnLimitExceeded: true,
			decoder: decode,
		});
	} catch (error) {
		if (error instanceof TurnedAway) throw error;
		if (error instanceof RangeError) throw new TurnedAway(413, { problem: "There are more fields than can be taken." });
		throw error;
	}
}

/** The text of a body. Throws `TurnedAway` when its bytes are not UTF-8. */
export function textOf(body: Buffer): string {
	if (!isUtf8(body)) throw new TurnedAway(400, { problem: "The text is not UTF-8." });
	return body.toString("utf8");
}

function decode(text: string): string {
	try {
		return plainText(decodeURIComponent(text.replaceAll("+", " ")));
	} catch {
		throw new TurnedAway(400, { problem: "The percent-encoding is malformed." });
	}
}

/** The line feed and the tab stay; PostgreSQL cannot hold NUL at all, and the others only hide things from readers. */
const suspect = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/;
const newLine = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Well-formed text whose lines end in `\n`, without control characters. What a field allows beyond that is its own rule. */
export function plainText(text: string): string {
	return suspect.test(text) ? text.replace(newLine, "\n").replace(control, "").toWellFormed() : text.toWellFormed();
}

const deepest = 20;

/** The same for every text in what a JSON body said. Throws `TurnedAway` for one that is nested without end. */
export function plainValue(value: unknown, depth = 0): unknown {
	if (typeof value === "string") return plainText(value);
	if (typeof value !== "object" || value === null) return value;
	if (depth > deepest) throw new TurnedAway(400, { problem: "The values are nested too deep." });
	if (Array.isArray(value)) return value.map((inner) => plainValue(inner, depth + 1));
	const entries = Object.entries(value);
	return Object.fromEntries(entries.map(([key, inner]) => [plainText(key), plainValue(inner, depth + 1)]));
}

/** Path parameters are never typed by hand: one with a control character is not an address of ours. */
export function oddParameter(params: unknown): boolean {
	if (typeof params !== "object" || params === null) return false;
	for (const value of Object.values(params)) if (typeof value === "string" && suspect.test(value)) return true;
	return false;
}
