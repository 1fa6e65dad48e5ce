import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { cloneDatabase } from "../../../platform/db/testing.ts";
import { placedInWords, tryPack } from "../../../platform/module/index.ts";
import { staffModule } from "../../staff/index.ts";
import { sourcesModule } from "../index.ts";
import { sourceOf, sources } from "./source.ts";

const sound = `- id: libraries
  name: Libraries
  says: Who is a member.
  team: books
  purpose: libraries
  basis: Public Libraries and Museums Act 1964
  fresh: 30
  key: card
  fields:
    - { id: card, name: Card, kind: text, columns: [Card No] }
    - { id: born, name: Date of birth, kind: born, shown: verify }
`;

// What is read is asked of no table, so that one database will do.
let database: Awaited<ReturnType<typeof cloneDatabase>>;
before(async () => {
	database = await cloneDatabase();
});
after(() => database.close());

async function read(text: string) {
	const pack = mkdtempSync(join(tmpdir(), "frontdoor-pack-"));
	writeFileSync(join(pack, "teams.yaml"), "- { id: books, name: Books, tier: 2 }\n");
	writeFileSync(join(pack, "roles.yaml"), "officer: { name: Officer, may: [] }\n");
	writeFileSync(join(pack, "sources.yaml"), text);
	const house = { db: database.db };
	const { faults } = await tryPack(pack, house, [staffModule, sourcesModule]);
	return { house, faults: faults.map(placedInWords) };
}

test("a pack declares the systems that hold records of customers", async () => {
	const { house, faults } = await read(sound);
	assert.deepEqual(faults, []);
	assert.deepEqual(
		sources(house).map(({ id, kind, standing }) => [id, kind, standing]),
		[["libraries", "person", "imported"]],
	);
	assert.equal(sourceOf(house, "libraries")?.fields[1]?.shown, "verify");
	assert.equal(sourceOf(house, "gas"), undefined);
});

test("what cannot be so is said with its line", async () => {
	const cases: [change: [string | RegExp, string], fault: RegExp][] = [
		[["team: books", "team: bookz"], /^sources\.yaml:4: There is no team “bookz”\. Did you mean “books”\?/],
		[["id: born,", "id: card,"], /^sources\.yaml:11: Two fields are called “card” \(the first is at line 10\)/],
		[["kind: born", "kind: text"], /^sources\.yaml:11: “born” is compared with other records and must be of kind born/],
		[
			["key: card", "key: kard"],
			/^sources\.yaml:8: “key” must be one of its fields; “kard” is none\. Did you mean “card”\?/,
		],
		[["kind: born", "kind: born, columns: [CARD-NO]"], /^sources\.yaml:11: Two columns of one heading/],
		[["id: libraries", "id: front-door"], /^sources\.yaml:1: “front-door” is Front Door's own/],
		[
			["fresh: 30", "flag: true\n  fresh: 30"],
			/^sources\.yaml:11: Of this source only that there is a record may show/,
		],
		[["fresh: 30", "fresh: soon"], /^sources\.yaml:7: /],
		[
			["kind: text", "kind: day-until }\n    - { id: x, name: X, kind: day-until"],
			/Two fields are of kind “day-until”/,
		],
	];
	for (const [[from, to], fault] of cases) {
		const { faults } = await read(sound.replace(from, to));
		assert.match(faults[0] ?? "none", fault);
	}
	const { faults } = await read(sound + sound);
	assert.match(faults.join("\n"), /sources\.yaml:12: Two sources are called “libraries” \(the first is at line 1\)/);
});

test("a council may have no other systems", async () => {
	const { house, faults } = await read("[]\n");
	assert.deepEqual([sources(house), faults], [[], []]);
});
