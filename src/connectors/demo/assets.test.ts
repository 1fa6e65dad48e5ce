import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { readConfig } from "../../platform/config/index.ts";
import type { House } from "../../platform/context/index.ts";
import { councilPart } from "../../platform/council/index.ts";
import { cloneDatabase } from "../../platform/db/testing.ts";
import { metresBetween } from "../../platform/geo/index.ts";
import { inArea, placesModule } from "../../modules/places/index.ts";
import { demoAssets } from "./assets.ts";

test("the demonstration's street lights stand near any street, the nearest first, each found again by its number", async () => {
	await using database = await cloneDatabase();
	const house: House = { db: database.db };
	const pack = join(import.meta.dirname, "../../../packs", readConfig({}).COUNCIL);
	for (const part of [councilPart, ...placesModule.pack]) await part.read(pack, house);
	const register = demoAssets(house);
	const { map } = councilPart.of(house);
	const found = await register.near("street-lights", map, 100);
	assert.ok(!("away" in found) && found.length > 5);
	assert.deepEqual(await register.near("street-lights", map, 100), found);
	const distances = found.map((asset) => metresBetween(map, asset));
	assert.deepEqual(
		distances,
		distances.toSorted((one, other) => one - other),
	);
	for (const asset of found) {
		assert.ok(inArea(house, asset));
		assert.deepEqual(await register.byNumber("street-lights", asset.number), asset);
		assert.equal(await register.byNumber("gullies", asset.number), undefined);
	}
	for (const number of ["", "SL", "SL999999", "SL1", "SL12345678", "x"]) {
		assert.equal(await register.byNumber("street-lights", number), undefined);
	}
	assert.deepEqual(await register.near("benches", map, 100), []);
	assert.deepEqual(await register.near("street-lights", { latitude: 51.5, longitude: -0.1 }, 100), []);
});
