import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";
import { Html, trusted } from "../html.ts";
import * as components from "./index.ts";

/** For tests: the examples that govuk-frontend ships with its components, and what our functions make of their options. */

export const officialCount = 725;

const file = z.object({
	component: z.string(),
	fixtures: z.array(
		z.object({
			name: z.string(),
			options: z.record(z.string(), z.unknown()),
			html: z.string(),
		}),
	),
});

const folder = join(
	dirname(createRequire(import.meta.url).resolve("govuk-frontend/package.json")),
	"dist/govuk/components",
);

export const official = readdirSync(folder, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map((entry) => file.parse(JSON.parse(readFileSync(join(folder, entry.name, "fixtures.json"), "utf8"))));

/** Our markup for the official options, which come as plain data: what the macros call HTML becomes `Html` here. */
export function ours(component: string, options: Record<string, unknown>): string {
	const name = component.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
	const show = new Map<string, unknown>(Object.entries(components)).get(name);
	assert.ok(typeof show === "function", `there is no ${name}`);
	// The options are data, so their types are not known here: this is the one untyped call of a component.
	const made: unknown = Reflect.apply(show, undefined, [withMarkup(options)]);
	assert.ok(made instanceof Html);
	return made.text;
}

function withMarkup(value: unknown, isMarkup = false, inSlots = false): unknown {
	if (typeof value === "string") return isMarkup ? trusted(value) : value;
	if (Array.isArray(value)) return value.map((item) => withMarkup(item));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [
			key,
			withMarkup(inner, inSlots || key === "html" || key.endsWith("Html"), key === "slots"),
		]),
	);
}
