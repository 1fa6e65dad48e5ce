import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { z } from "zod";
import { definitionShape } from "./definition.ts";
import { withReference } from "./reference.ts";
import { definitionSchema } from "./schema.ts";

const file = join(import.meta.dirname, "../../../docs/service.schema.json");

test("the schema that editors read is that of the code: npm run frontdoor -- pack schema writes it", () => {
	assert.equal(readFileSync(file, "utf8"), definitionSchema());
});

test("the guide for analysts ends with every key as it is now: pack schema writes it", () => {
	const guide = readFileSync(join(import.meta.dirname, "../../../docs/services.md"), "utf8");
	assert.equal(guide, withReference(guide));
});

const part = z.looseObject({
	description: z.string().optional(),
	$ref: z.string().optional(),
	allOf: z.array(z.looseObject({ $ref: z.string().optional() })).optional(),
	properties: z.record(z.string(), z.unknown()).optional(),
});
type Part = z.infer<typeof part>;

/** The keys of every object of the schema, with what explains each; `from` is where the object was met. */
function keysOf(schema: unknown, explained: (one: Part) => boolean, path = ""): string[] {
	if (Array.isArray(schema)) return schema.flatMap((one) => keysOf(one, explained, path));
	const { success, data } = part.safeParse(schema);
	if (!success) return [];
	const { properties = {}, ...rest } = data;
	return [
		...Object.entries(properties).flatMap(([key, inner]) => [
			...(explained(part.parse(inner)) ? [] : [`${path}.${key}`]),
			...keysOf(inner, explained, `${path}.${key}`),
		]),
		...Object.entries(rest).flatMap(([key, inner]) =>
			typeof inner === "object" ? keysOf(inner, explained, ["items", "anyOf", "oneOf"].includes(key) ? path : key) : [],
		),
	];
}

test("every key of the language is explained", () => {
	const inline = z.toJSONSchema(definitionShape, { io: "input", reused: "inline" });
	assert.deepEqual(
		keysOf(inline, (one) => one.description !== undefined),
		[],
	);
});
