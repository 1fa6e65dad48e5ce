import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { parse } from "yaml";
import { z } from "zod";
import { writeGoodPack } from "./goodPack.testing.ts";
import { checkPack } from "./house.ts";
import { definitionShape } from "./modules/services/index.ts";
import { placedInWords } from "./platform/module/index.ts";

const guide = readFileSync(join(import.meta.dirname, "../docs/services.md"), "utf8");
const examples = [...guide.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => text);
const folder = mkdtempSync(join(tmpdir(), "front-door-guide-"));
after(() => rmSync(folder, { recursive: true }));

test("the examples of the guide for analysts are sound services", async () => {
	assert.ok(examples.length > 0);
	writeGoodPack(folder);
	for (const [at, text] of examples.entries()) writeFileSync(join(folder, `services/example-${at}.yaml`), text);
	const { faults } = await checkPack(folder);
	assert.deepEqual(faults.map(placedInWords), []);
});

/** Every key that stands somewhere in a value. */
function keysIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(keysIn);
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)]);
}

/** Every key that a schema names. */
function keysOf(schema: unknown): string[] {
	if (Array.isArray(schema)) return schema.flatMap(keysOf);
	if (typeof schema !== "object" || schema === null) return [];
	return Object.entries(schema).flatMap(([key, inner]) =>
		key === "properties" ? [...Object.keys(inner ?? {}), ...Object.values(inner ?? {}).flatMap(keysOf)] : keysOf(inner),
	);
}

test("the examples use every key and every kind of question of the language", () => {
	const used = new Set(examples.flatMap((text) => keysIn(parse(text))));
	const schema = z.toJSONSchema(definitionShape, { io: "input", reused: "inline" });
	const unused = [...new Set(keysOf(schema))].filter((key) => !used.has(key));
	assert.deepEqual(unused, ["list"], "a list is a file of its own");
	const kinds = [...JSON.stringify(schema).matchAll(/"kind":\{[^{}]*"const":"([a-z-]+)"/g)].map(
		([, kind = ""]) => kind,
	);
	assert.ok(kinds.length > 15);
	const told = examples.join("\n");
	assert.deepEqual(
		[...new Set(kinds)].filter((kind) => !told.includes(`kind: ${kind}`)),
		[],
	);
});
