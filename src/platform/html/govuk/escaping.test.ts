import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { official, ours } from "./official.ts";

const examples = official.flatMap(({ component, fixtures }) => fixtures.map((fixture) => ({ component, ...fixture })));

const nasty = fc
	.array(
		fc.oneof(
			fc.constantFrom("<script>", "</script>", "<img src=x onerror=alert(1)>", '"', "'", "`", ">", "<", "&", "&lt;"),
			fc.constantFrom("</textarea>", "</title>", "<!--", "-->", "]]>", "\n", "\u0000", "\u2028", "javascript:", "="),
			fc.string({ maxLength: 8 }),
		),
		{ minLength: 1, maxLength: 12 },
	)
	.map((parts) => `x${parts.join("")}`);

describe("what a person typed never becomes markup", () => {
	test("in any text of any component's every example", () => {
		for (const example of examples) harmless(example, `x"'><script>alert(1)</script></textarea><b onclick='a'>`);
	});

	test("whatever it is made of", () => {
		fc.assert(
			fc.property(fc.constantFrom(...examples), nasty, (example, typed) => harmless(example, typed)),
			{ numRuns: 600 },
		);
	});
});

/** The elements and the names of their attributes are the same as for an innocent word. */
function harmless({ component, name, options }: (typeof examples)[number], typed: string): void {
	const innocent = skeleton(ours(component, saying("word", options)));
	assert.deepEqual(skeleton(ours(component, saying(typed, options))), innocent, `${component}: ${name}`);
}

function skeleton(markup: string): string[] {
	const { document } = parseHTML(`<!doctype html><html><body>${markup}</body></html>`);
	return [...document.querySelectorAll("*")].map((element) =>
		[element.localName, ...[...element.attributes].map((attribute) => attribute.name).sort()].join(" "),
	);
}

/** The same options with every text in place of which a person's could stand, and no markup of ours. */
function saying(typed: string, options: Record<string, unknown>): Record<string, unknown> {
	const replaced = (value: unknown): unknown => {
		if (typeof value === "string") return value && typed;
		if (Array.isArray(value)) return value.map(replaced);
		if (typeof value !== "object" || value === null) return value;
		return saying(typed, { ...value });
	};
	const entries = Object.entries(options).map(([key, value]): [string, unknown] => {
		if (key === "slots") return [key, undefined];
		if (typeof value === "string" && key === "html") return ["text", typed];
		if (typeof value === "string" && key.endsWith("Html")) return [key.replace(/Html$/, "Text"), typed];
		return [key, replaced(value)];
	});
	return Object.fromEntries(entries);
}
