import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { readConfig } from "../../platform/config/index.ts";
import type { House } from "../../platform/context/index.ts";
import { councilPart } from "../../platform/council/index.ts";
import { cloneDatabase } from "../../platform/db/testing.ts";
import { inArea, placesModule, sectorNames } from "../../modules/places/index.ts";
import { demoAddresses } from "./addresses.ts";

test("the demonstration's register always has the same addresses, in the council's area, each with a number of its own", async () => {
	await using database = await cloneDatabase();
	const house: House = { db: database.db };
	const pack = join(import.meta.dirname, "../../../packs", readConfig({}).COUNCIL);
	for (const part of [councilPart, ...placesModule.pack]) await part.read(pack, house);
	const register = demoAddresses(house);
	const numbers = new Set<string>();
	let count = 0;
	for (const sector of sectorNames(house)) {
		const found = await register.lookUp(`${sector}AB`);
		assert.ok(!("away" in found) && found.length >= 8 && found.length < 100);
		assert.deepEqual(await register.lookUp(`${sector}AB`), found);
		for (const address of found) {
			const { uprn, latitude = 0, longitude = 0 } = address;
			assert.match(uprn, /^\d{1,12}$/);
			assert.ok(address.inArea && inArea(house, { latitude, longitude }), `${address.lines.join()} is in the area`);
			assert.deepEqual(await register.byUprn(uprn), address);
			numbers.add(uprn);
			count++;
		}
	}
	assert.equal(numbers.size, count);
	assert.deepEqual(await register.lookUp(`${sectorNames(house)[0]}ZZ`), []);
	const elsewhere = await register.lookUp("SW1A 1AA");
	assert.ok(!("away" in elsewhere) && elsewhere.length > 0 && elsewhere.every((one) => !one.inArea));
	for (const uprn of ["", "x", "9", "990000000000000", "9999999900"])
		assert.equal(await register.byUprn(uprn), undefined);
});
