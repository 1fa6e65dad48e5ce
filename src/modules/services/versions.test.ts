import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import { type House, systemContext } from "../../platform/context/index.ts";
import { cloneDatabase } from "../../platform/db/testing.ts";
import { isRefusal } from "../../platform/refusal/index.ts";
import { openCatalogue, serviceById } from "./catalogue.ts";
import { differenceInWords, differencesOf } from "./differences.ts";
import { servicesPart } from "./pack.ts";
import { sampleDefinition } from "./sample.test-data.ts";
import { rollBack, versionsOf } from "./versions.ts";

test("a version that was brought back stays live through starts until the pack's file changes", async () => {
	await using held = await cloneDatabase();
	/** A process that starts with a pack that says this name. */
	const start = async (name: string) => {
		const house: House = { db: held.db };
		servicesPart.put(house, [sampleDefinition({ name })]);
		await openCatalogue(systemContext(house, "test"));
		const service = serviceById(house, "clear-the-snow");
		return { house, now: [service?.version, service?.definition.name] };
	};
	assert.deepEqual((await start("Clear the snow")).now, [1, "Clear the snow"]);
	const { house, now } = await start("Melt the snow");
	assert.deepEqual(now, [2, "Melt the snow"]);

	const by = systemContext(house, "Ada Ash");
	const refusal = async (version: number) => {
		const done = await rollBack(by, { id: "clear-the-snow", version });
		return isRefusal(done) && done.code;
	};
	assert.equal(await refusal(9), "no-version");
	assert.equal(await refusal(2), "is-live");
	assert.deepEqual(await rollBack(by, { id: "clear-the-snow", version: 1 }), { version: 3 });
	const { rows } = await sql`select actor_name from audit.entry where action = 'service.rolled-back'`.execute(held.db);
	assert.deepEqual(rows, [{ actor_name: "Ada Ash" }]);

	assert.deepEqual((await start("Melt the snow")).now, [3, "Clear the snow"], "the file still says what was refused");
	assert.deepEqual((await start("Melt the snow")).now, [3, "Clear the snow"], "and at the start after that");
	assert.deepEqual((await start("Plough the snow")).now, [4, "Plough the snow"], "the file says something new");
	assert.deepEqual((await start("Melt the snow")).now, [5, "Melt the snow"], "and may say the old again, if meant so");
	assert.deepEqual(
		(await versionsOf(held.db, "clear-the-snow")).map((one) => [one.version, one.definition.name]),
		[
			[5, "Melt the snow"],
			[4, "Plough the snow"],
			[3, "Clear the snow"],
			[2, "Melt the snow"],
			[1, "Clear the snow"],
		],
	);
});

test("what differs between two versions is said by its place", () => {
	const before = sampleDefinition();
	const after = sampleDefinition({
		summary: "Snow?",
		lgsl: 12,
		outcomes: [{ id: "cleared", name: "Cleared", words: "It is gone.", status: "fixed" }],
	});
	assert.deepEqual(
		differencesOf(before, after)
			.map(differenceInWords)
			.map((line) => line.slice(0, 60)),
		[
			'~ summary: "Tell us about snow on a path." → "Snow?"',
			'~ outcomes.cleared.words: "We cleared the snow." → "It is go',
			'- outcomes.melted: {"id":"melted","name":"Melted","words":"I',
			"+ lgsl: 12",
		],
	);
	assert.deepEqual(differencesOf(before, sampleDefinition()), []);
	const [received, ...others] = before.stages;
	assert.deepEqual(
		differencesOf(before, { ...before, stages: [...others, received] }).map(({ path }) => path),
		["stages"],
	);
});
