import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { z } from "zod";
import { readPart } from "../../../platform/module/index.ts";
import { definitionShape } from "../../../modules/services/index.ts";
import { searchIndex, searchServices } from "./searchRules.ts";

const packs = join(import.meta.dirname, "../../../../packs");
const phrasesShape = z.record(z.string(), z.array(z.string()).min(1));
const topicsShape = z.array(z.object({ id: z.string(), name: z.string() }));

for (const council of readdirSync(packs)) {
	const pack = join(packs, council);
	if (!existsSync(join(pack, "search.yaml"))) continue;
	describe(`What residents of ${council} type into the search box`, async () => {
		const phrases = await readPart(pack, "search.yaml", phrasesShape);
		const topics = await readPart(pack, "topics.yaml", topicsShape);
		const definitions = await readPart(pack, "services/", z.array(definitionShape));
		const index = searchIndex(definitions, (id) => topics.find((topic) => topic.id === id)?.name ?? "");
		const wanted = Object.entries(phrases).flatMap(([id, typed]) => typed.map((query) => ({ id, query })));

		it("leads to the right service first in 95 of 100 cases", () => {
			assert.ok(wanted.length >= 60, "too few phrases to say so");
			const missed = wanted.filter(({ id, query }) => searchServices(index, query)[0]?.id !== id);
			assert.ok(missed.length / wanted.length <= 0.05, missed.map(({ query, id }) => `“${query}” → ${id}`).join(", "));
		});

		it("never leads to nothing", () => {
			const empty = wanted.filter(({ query }) => searchServices(index, query).length === 0);
			assert.deepEqual(empty, []);
		});
	});
}
