import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { z } from "zod";
import { cloneDatabase, type TestDatabase } from "../../../platform/db/testing.ts";
import { readPart } from "../../../platform/module/index.ts";
import { isForPublic } from "../audience.ts";
import { definitionShape } from "../definition.ts";
import { serviceDocument } from "./documents.ts";
import { fillIndex } from "./fill.ts";
import { find, type Searched } from "./find.ts";
import { readIndex } from "./indexed.ts";
import { type Synonyms, synonymsShape } from "./pack.ts";

const packs = join(import.meta.dirname, "../../../../packs");
const listShape = z.record(z.string(), z.array(z.string()).min(1));
const phrasesShape = z.strictObject({ tuned: listShape, "held-out": listShape });
const topicsShape = z.array(z.object({ id: z.string(), name: z.string() }));

type Try = { id: string; query: string; first: string | undefined; found: number };

for (const council of readdirSync(packs)) {
	const pack = join(packs, council);
	if (!existsSync(join(pack, "search.yaml"))) continue;
	describe(`What residents of ${council} type into the search box`, () => {
		let held: TestDatabase;
		let tuned: Try[];
		let heldOut: Try[];
		before(async () => {
			held = await cloneDatabase();
			const known = await fillFrom(held, pack);
			const searched = { index: await readIndex(held.db), memory: new Map() };
			const phrases = await readPart(pack, "search.yaml", phrasesShape);
			const tryAll = (list: z.infer<typeof listShape>) =>
				Promise.all(
					Object.entries(list)
						.filter(([id]) => known.has(id))
						.flatMap(([id, typed]) => typed.map((query) => tryOne(held, searched, id, query))),
				);
			tuned = await tryAll(phrases.tuned);
			heldOut = await tryAll(phrases["held-out"]);
		});
		after(() => held.close());

		it("leads to the right service first in 95 of 100 cases", (test) => {
			const all = [...tuned, ...heldOut];
			const missed = all.filter(({ id, first }) => id !== first);
			test.diagnostic(`tuned ${share(tuned)}, held out ${share(heldOut)}, whole list ${share(all)}`);
			const words = missed.map(({ query, id, first }) => `“${query}” → ${first ?? "nothing"}, not ${id}`);
			assert.ok(missed.length / all.length <= 0.05, `${share(all)}\n${words.join("\n")}`);
		});

		it("leads to nothing in one of a hundred cases at most", () => {
			const all = [...tuned, ...heldOut];
			const empty = all.filter(({ found }) => found === 0);
			assert.ok(empty.length <= all.length / 100, empty.map(({ query }) => query).join(", "));
		});
	});
}

async function fillFrom({ db }: TestDatabase, pack: string): Promise<Set<string>> {
	const topics = await readPart(pack, "topics.yaml", topicsShape);
	const definitions = await readPart(pack, "services/", z.array(definitionShape));
	const without: Synonyms = { words: [], services: {} };
	const there = existsSync(join(pack, "synonyms.yaml"));
	const synonyms = there ? await readPart(pack, "synonyms.yaml", synonymsShape) : without;
	const open = definitions.filter(isForPublic);
	const documents = open.map((one) => {
		const topic = topics.find(({ id }) => id === one.topic)?.name ?? "";
		return serviceDocument(one, topic, synonyms.services[one.id] ?? []);
	});
	await db.transaction().execute((tx) => fillIndex(tx, { documents, synonyms: synonyms.words }, new Date()));
	return new Set(open.map(({ id }) => id));
}

async function tryOne({ db }: TestDatabase, searched: Searched, id: string, query: string): Promise<Try> {
	const { services } = await find(db, searched, query);
	return { id, query, first: services[0]?.id, found: services.length };
}

function share(tries: readonly Try[]): string {
	const right = tries.filter(({ id, first }) => id === first).length;
	return `${right} of ${tries.length} (${((100 * right) / Math.max(1, tries.length)).toFixed(1)} %)`;
}
