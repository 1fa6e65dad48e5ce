import assert from "node:assert/strict";
import { test } from "node:test";
import { secretSlot } from "../auth/index.ts";
import { systemContext } from "../context/index.ts";
import { cloneDatabase } from "../db/testing.ts";
import { bytesLeft, senderOf } from "./budget.ts";

test("what one network uploads and does not send on is limited for the day, and its neighbours are not", async () => {
	await using held = await cloneDatabase();
	const house = { db: held.db };
	secretSlot.put(house, "a secret of thirty-two characters or more");
	const monday = systemContext(house, "test", new Date("2026-03-02T10:00:00Z"));
	const tuesday = systemContext(house, "test", new Date("2026-03-03T10:00:00Z"));
	const sender = senderOf(monday, "203.0.113.7");
	const whole = await bytesLeft(monday, sender);
	assert.ok(whole > 100_000_000);
	const upload = (bytes: number, kept: boolean) =>
		held.pool.query(
			`insert into files.file (id, store_key, name, media_type, bytes, sha256, uploaded_at, kept_at, sender)
			values (gen_random_uuid(), gen_random_uuid()::text, 'a.pdf', 'application/pdf', $1, sha256('a'), now(), $2, $3)`,
			[bytes, kept ? new Date() : null, sender],
		);
	await upload(60_000_000, false);
	await upload(50_000_000, true);
	assert.equal(await bytesLeft(monday, sender), whole - 60_000_000, "what a request keeps no longer counts");
	assert.equal(await bytesLeft(monday, senderOf(monday, "203.0.113.8")), whole);
	assert.equal(await bytesLeft(tuesday, senderOf(tuesday, "203.0.113.7")), whole);
	await upload(whole, false);
	assert.equal(await bytesLeft(monday, sender), 0);
});

test("a home is one sender by whichever of its addresses it comes, and its hash is not its address", async () => {
	await using held = await cloneDatabase();
	const house = { db: held.db };
	secretSlot.put(house, "a secret of thirty-two characters or more");
	const at = systemContext(house, "test", new Date("2026-03-02T10:00:00Z"));
	assert.deepEqual(senderOf(at, "2001:db8:1:2::1"), senderOf(at, "2001:db8:1:2:ffff::9"));
	assert.notDeepEqual(senderOf(at, "2001:db8:1:2::1"), senderOf(at, "2001:db8:1:3::1"));
	assert.equal(senderOf(at, "203.0.113.7").length, 32);
});
