import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { cloneDatabase, type TestDatabase } from "../../../platform/db/testing.ts";
import { sampleDefinition } from "../sample.test-data.ts";
import { serviceDocument } from "./documents.ts";
import { fillIndex } from "./fill.ts";
import { find, type Searched } from "./find.ts";
import { readIndex } from "./indexed.ts";
import { keptWords } from "./misses.ts";
import { wordsOf } from "./words.ts";

const service = (id: string, name: string, keywords: string[], summary: string) =>
	serviceDocument(sampleDefinition({ id, name, keywords, summary }), "Streets", []);

const documents = [
	service("tipping", "Report dumped rubbish", ["fly tip", "mattress", "sofa"], "Tell us of rubbish left on a street"),
	service("bin", "Report a missed bin", ["bin not emptied", "recycling"], "Tell us if we did not empty your bin"),
	service("hole", "Report a pothole", ["hole in road", "damaged pavement"], "Tell us about a hole in a road"),
];

describe("Searching for a service", () => {
	let held: TestDatabase;
	let searched: Searched;
	before(async () => {
		held = await cloneDatabase();
		await fill([["sofa", "settee", "couch"]]);
	});
	after(() => held.close());
	const fill = async (synonyms: string[][]) => {
		await held.db.transaction().execute((tx) => fillIndex(tx, { documents, synonyms }, new Date()));
		searched = { index: await readIndex(held.db), memory: new Map() };
	};
	const found = async (query: string) => (await find(held.db, searched, query)).services.map(({ id }) => id);
	const first = async (query: string) => (await found(query))[0];

	it("finds it by its name and by what people call it, in any order and number", async () => {
		assert.equal(await first("pothole"), "hole");
		assert.equal(await first("someone dumped a sofa"), "tipping");
		assert.equal(await first("my bins were not emptied"), "bin");
		assert.equal(await first("emptied not bin"), "bin");
	});

	it("finds it while it is still being typed, and with a slip of the keys", async () => {
		assert.equal(await first("poth"), "hole");
		assert.equal(await first("potohle"), "hole");
		assert.equal(await first("matress"), "tipping");
		assert.equal(await first("recyling"), "bin");
		assert.equal(await first("bin not emptyed"), "bin");
	});

	it("finds it by another word for the same", async () => {
		assert.equal(await first("old settee"), "tipping");
		assert.equal(await first("couches"), "tipping");
	});

	it("finds what is written as one word when it is typed as two", async () => {
		assert.equal(await first("pot hole"), "hole");
		assert.equal(await first("flytip"), "tipping");
	});

	it("offers the word that was meant, and keeps the others as they were typed", async () => {
		assert.equal((await find(held.db, searched, "Old matress?")).meant, "Old mattress?");
		assert.equal((await find(held.db, searched, "pothole")).meant, undefined);
	});

	it("finds nothing for what the council does not say", async () => {
		for (const query of ["quantum chromodynamics", "", "?!…", "the", "日本語", "мусор"]) {
			assert.deepEqual(await found(query), [], query);
		}
	});

	it("reads any text without harm", async () => {
		assert.deepEqual(wordsOf("Café’s   POTHOLES"), ["cafes", "potholes"]);
		assert.deepEqual(await found("x".repeat(100_000)), []);
		assert.equal(await first("hole ".repeat(10_000)), "hole");
		assert.equal(await first("pothole'; drop table services.search_word; --"), "hole");
		for (const query of ["%", "_%_", "\\", "a:*&|!()", "potholé", "ﬁre", "\u0000hole"])
			await find(held.db, searched, query);
	});

	it("is filled again only when what can be found has changed", async () => {
		const filledAt = async () =>
			(await held.db.selectFrom("services.search_index").select("filled_at").executeTakeFirstOrThrow()).filled_at;
		const before = await filledAt();
		await fill([["sofa", "settee", "couch"]]);
		assert.deepEqual(await filledAt(), before);
		await fill([["sofa", "divan"]]);
		assert.notDeepEqual(await filledAt(), before);
		assert.equal(await first("divan"), "tipping");
		assert.notEqual(await first("settee"), "tipping");
		await fill([["sofa", "settee", "couch"]]);
	});
});

describe("What is kept of a search that found nothing", () => {
	it("is its words, without what may say who somebody is", () => {
		assert.equal(keptWords("hedgehog rescue"), "hedgehog rescue");
		assert.equal(keptWords("call me on 07700 900123 about hedgehogs"), "call hedgehogs");
		assert.equal(keptWords("jane.doe@example.com hedgehog"), "hedgehog");
		assert.equal(keptWords("hedgehog at TS1 9FT"), "hedgehog");
		assert.equal(keptWords("my neighbour John Smith keeps hedgehogs"), "neighbour keeps hedgehogs");
		assert.equal(keptWords("SR-7K4M-9QXD"), undefined);
		assert.equal(keptWords("12 34"), undefined);
		assert.equal(keptWords("he hit me again last night and nobody came when we rang for help"), undefined);
	});
});
