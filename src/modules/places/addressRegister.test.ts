import assert from "node:assert/strict";
import { it } from "node:test";
import { configSlot, readConfig } from "../../platform/config/index.ts";
import { type House, systemContext } from "../../platform/context/index.ts";
import { cloneDatabase } from "../../platform/db/testing.ts";
import { addressesAt, addressPort, type RegisterAddress, type RegisterAway } from "./addressRegister.ts";

it("a postcode is asked of the register once in ten minutes, and of one that is away again after fifteen seconds", async () => {
	await using database = await cloneDatabase();
	const house: House = { db: database.db };
	configSlot.put(house, readConfig({ LOG_LEVEL: "silent" }));
	const system = systemContext(house, "test");
	const after = (seconds: number) => ({ ...system, now: new Date(system.now.getTime() + seconds * 1000) });
	assert.ok("away" in (await addressesAt(system, "AA3 1AB")), "a council without a register");
	let asked = 0;
	let answer: readonly RegisterAddress[] | RegisterAway = [];
	addressPort.put(house, {
		lookUp: async () => (asked++, answer),
		byUprn: async () => undefined,
	});
	await Promise.all([addressesAt(system, "AA3 1AB"), addressesAt(system, "AA3 1AB")]);
	await addressesAt(after(599), "AA3 1AB");
	assert.equal(asked, 1);
	await addressesAt(after(601), "AA3 1AB");
	assert.equal(asked, 2);
	answer = { away: "it answered 503" };
	assert.deepEqual(await addressesAt(system, "AA3 2AB"), answer);
	await addressesAt(after(14), "AA3 2AB");
	assert.equal(asked, 3);
	answer = [];
	assert.deepEqual(await addressesAt(after(16), "AA3 2AB"), []);
	for (let code = 0; code < 600; code++) await addressesAt(system, `X${code}`);
	const before = asked;
	await addressesAt(system, "X0");
	assert.equal(asked, before + 1, "the oldest was let go");
});
