import assert from "node:assert/strict";
import { test } from "node:test";
import type { House } from "../context/index.ts";
import { cloneDatabase } from "../db/testing.ts";
import { isRefusal } from "../refusal/index.ts";
import {
	challengeOf,
	codeAddress,
	codeOf,
	countAttempt,
	countTry,
	endChallenge,
	endSession,
	endSessionsOf,
	forgive,
	hashPassword,
	judgePassword,
	keepSession,
	newCodeSecret,
	newPassphrase,
	newToken,
	passwordMatches,
	seal,
	secretSlot,
	sessionsOf,
	startChallenge,
	startSession,
	stepAt,
	stepOfCode,
	throttleKey,
	throttleRules,
	tokenHash,
	unseal,
} from "./index.ts";
import { z } from "zod";

const noon = new Date("2026-03-02T12:00:00Z");
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000);
const subject = { kind: "officer", id: "0195d5a0-0000-7000-8000-000000000001" } as const;

function judged(password: string, about: string[] = []): string {
	const wrong = judgePassword(password, about);
	return isRefusal(wrong) ? wrong.code : "good";
}

async function openHouse() {
	const database = await cloneDatabase();
	const house: House = { db: database.db };
	secretSlot.put(house, "a secret of thirty-two characters or more");
	return { ...database, house };
}

test("a password is kept as argon2id with 19 MiB and two passes, and known again", async () => {
	const hash = await hashPassword("marmalade on a wet bench");
	assert.match(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	assert.equal(await passwordMatches(hash, "marmalade on a wet bench"), true);
	assert.equal(await passwordMatches(hash, "Marmalade on a wet bench"), false);
	assert.equal(await passwordMatches(null, "marmalade on a wet bench"), false);
});

test("the same password typed on another keyboard is the same", async () => {
	assert.equal(await passwordMatches(await hashPassword("caf\u00e9 au lait today"), "cafe\u0301 au lait today"), true);
});

test("a password is at least twelve characters and not what everyone guesses first", () => {
	assert.equal(judged("elevenchars"), "password-short");
	assert.equal(judged("x".repeat(201)), "password-long");
	for (const common of [
		"Password2026!",
		"P4$$w0rd12345",
		"passwordpassword",
		"Welcome-12345",
		"qwertyuiop12",
		"123456789012",
		"aaaaaaaaaaaaa",
		"abcabcabcabc",
		"council-desk-2026",
		"Summer2026!!!!",
	])
		assert.equal(judged(common), "password-common", common);
	assert.equal(judged("samokafor2026", ["sam.okafor@council.example", "Sam Okafor"]), "password-about-you");
	for (const good of ["marmalade on a wet bench", "tr4m-lines, 6 gulls", newPassphrase()])
		assert.equal(judged(good, ["sam.okafor@council.example", "Sam Okafor"]), "good", good);
});

test("a first password can be read out and is never the same", () => {
	const made = new Set(Array.from({ length: 200 }, newPassphrase));
	assert.equal(made.size, 200);
	for (const one of made) assert.match(one, /^([bdfghjklmnprstvz][aiou]){2}[bdfghjklmnprstvz](-[a-z]{5}){3}$/);
});

test("one-time codes are those of RFC 6238", () => {
	// The RFC's secret "12345678901234567890" in base32; its codes have eight digits, of which the last six are ours.
	const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
	assert.equal(codeOf(secret, stepAt(new Date(59_000))), "287082");
	assert.equal(codeOf(secret, stepAt(new Date(1_111_111_109_000))), "081804");
	assert.equal(codeOf(secret, stepAt(new Date(20_000_000_000_000))), "353130");
});

test("a code is good for its half minute and one either side, however it is spaced", () => {
	const secret = newCodeSecret();
	const step = stepAt(noon);
	for (const near of [step - 1, step, step + 1]) assert.equal(stepOfCode(secret, codeOf(secret, near), noon), near);
	const code = codeOf(secret, step);
	assert.equal(stepOfCode(secret, `${code.slice(0, 3)} ${code.slice(3)}`, noon), step);
	for (const far of [step - 2, step + 2]) assert.equal(stepOfCode(secret, codeOf(secret, far), noon), undefined);
	for (const odd of ["", "12345", "1234567", "abcdef", "１２３４５６", `${code}; drop table`])
		assert.equal(stepOfCode(secret, odd, noon), undefined);
	assert.match(codeAddress(secret, "A Council", "sam@council.example"), /^otpauth:\/\/totp\/A%20Council:sam/);
});

test("what is sealed opens only whole, for its row, its use and with this deployment's secret", () => {
	const house: House = { db: Object.create(null) };
	const other: House = { db: Object.create(null) };
	secretSlot.put(house, "a secret of thirty-two characters or more");
	secretSlot.put(other, "another secret of thirty-two characters");
	const sealed = seal(house, "code", "row-1", "JBSWY3DPEHPK3PXP");
	assert.equal(unseal(house, "code", "row-1", sealed), "JBSWY3DPEHPK3PXP");
	assert.ok(!sealed.includes("JBSWY3DP"));
	assert.notDeepEqual(seal(house, "code", "row-1", "JBSWY3DPEHPK3PXP"), sealed);
	assert.throws(() => unseal(house, "code", "row-2", sealed));
	assert.throws(() => unseal(house, "other", "row-1", sealed));
	assert.throws(() => unseal(other, "code", "row-1", sealed));
	for (let at = 0; at < sealed.length; at++) {
		const changed = Buffer.from(sealed);
		changed[at] = (changed[at] ?? 0) ^ 1;
		assert.throws(() => unseal(house, "code", "row-1", changed), `byte ${at}`);
	}
	for (const length of [0, 1, 12, 28]) assert.throws(() => unseal(house, "code", "row-1", sealed.subarray(0, length)));
});

test("the database never holds a session's token", async () => {
	await using council = await openHouse();
	const token = await startSession(council.db, noon, { subject, method: "openid", agent: "Firefox" });
	const row = await council.db.selectFrom("auth.session").selectAll().executeTakeFirstOrThrow();
	assert.match(token, /^[A-Za-z0-9_-]{43}$/);
	assert.ok(!JSON.stringify(row).includes(token));
	assert.deepEqual(row.token_hash, tokenHash(token));
	assert.equal(tokenHash(`${token}x`), undefined);
});

test("a session is written at most once a minute, and never goes on beyond its twelve hours", async () => {
	await using council = await openHouse();
	const token = await startSession(council.db, noon, { subject, method: "openid", agent: "" });
	const hash = tokenHash(token) ?? Buffer.alloc(0);
	const row = () =>
		council.db.selectFrom("auth.session").select(["seen_at", "idle_until", "ends_at"]).executeTakeFirstOrThrow();
	await keepSession(council.db, hash, noon, later(59));
	assert.deepEqual((await row()).seen_at, noon);
	await keepSession(council.db, hash, noon, later(60));
	assert.deepEqual(await row(), { seen_at: later(60), idle_until: later(3660), ends_at: later(12 * 3600) });
	await keepSession(council.db, hash, later(60), later(12 * 3600 - 60));
	assert.deepEqual((await row()).idle_until, later(12 * 3600));
});

test("sessions end one by one, or all but the one in hand", async () => {
	await using council = await openHouse();
	const start = () => startSession(council.db, noon, { subject, method: "openid", agent: "" });
	const [mine, second, third] = [await start(), await start(), await start()];
	const ids = async () => (await sessionsOf(council.db, later(1), subject)).map(({ id }) => id).sort();
	assert.equal((await ids()).length, 3);
	assert.deepEqual(await endSession(council.db, later(1), second), subject);
	assert.equal(await endSession(council.db, later(1), second), undefined);
	const thirdId = tokenHash(third)?.toString("hex") ?? "";
	const stranger = { kind: "officer", id: "0195d5a0-0000-7000-8000-000000000002" } as const;
	assert.equal(await endSessionsOf(council.db, later(1), stranger, { id: thirdId }), 0);
	assert.equal(await endSessionsOf(council.db, later(1), subject, { allBut: mine }), 1);
	assert.deepEqual(await ids(), [tokenHash(mine)?.toString("hex")]);
	assert.deepEqual(await sessionsOf(council.db, later(3600), subject), []);
});

test("guesses wait longer and longer, and what is typed while waiting is not even tried", async () => {
	await using council = await openHouse();
	const rule = throttleRules.account;
	const key = throttleKey(council.house, rule, "sam@council.example");
	const at = (seconds: number) => countAttempt(council.db, later(seconds), rule, key);
	for (let attempt = 0; attempt < 5; attempt++) assert.equal(await at(0), null);
	assert.deepEqual(await at(0), later(30));
	assert.deepEqual(await at(29), later(30));
	assert.equal(await at(30), null);
	assert.deepEqual(await at(31), later(90));
	assert.equal(await at(90), null);
	assert.deepEqual(await at(91), later(210));
	let now = 210;
	for (let attempt = 0; attempt < 60; attempt++, now += 900) assert.equal(await at(now), null);
	assert.deepEqual(await at(now - 899), later(now));
	assert.equal(await at(now + 2 * 86_400), null, "a day without a failure and all is forgotten");
	assert.equal(await at(now + 2 * 86_400), null);
});

test("forty guesses sent at once count as forty", async () => {
	await using council = await openHouse();
	const rule = throttleRules.account;
	const key = throttleKey(council.house, rule, "sam@council.example");
	const answers = await Promise.all(Array.from({ length: 40 }, () => countAttempt(council.db, noon, rule, key)));
	assert.equal(answers.filter((answer) => answer === null).length, 5);
});

test("an attempt that was right is taken back and leaves the failures before it", async () => {
	await using council = await openHouse();
	const rule = throttleRules.account;
	const key = throttleKey(council.house, rule, "sam@council.example");
	for (let attempt = 0; attempt < 30; attempt++) {
		assert.equal(await countAttempt(council.db, noon, rule, key), null);
		await forgive(council.db, key);
	}
	for (let attempt = 0; attempt < 5; attempt++) assert.equal(await countAttempt(council.db, noon, rule, key), null);
	assert.notEqual(await countAttempt(council.db, noon, rule, key), null);
});

test("a step of signing in is good once, for ten minutes and five tries, and for its own kind", async () => {
	await using council = await openHouse();
	const { db } = council;
	const shape = z.object({ next: z.string() });
	const start = () => startChallenge(db, noon, { kind: "code", subject: subject.id, data: { next: "/desk" } });
	const token = await start();
	const found = await challengeOf(db, later(599), "code", token, shape);
	assert.deepEqual([found?.subject, found?.data], [subject.id, { next: "/desk" }]);
	assert.equal(await challengeOf(db, later(600), "code", token, shape), undefined);
	assert.equal(await challengeOf(db, noon, "enrol", token, shape), undefined);
	assert.equal(await challengeOf(db, noon, "code", newToken(), shape), undefined);
	assert.ok(found);
	const tries = await Promise.all(Array.from({ length: 12 }, () => countTry(db, found)));
	assert.equal(tries.filter(Boolean).length, 5);
	assert.equal(await challengeOf(db, noon, "code", token, shape), undefined);
	const again = await challengeOf(db, noon, "code", await start(), shape);
	assert.ok(again);
	const ends = await Promise.all(Array.from({ length: 8 }, () => endChallenge(db, again)));
	assert.equal(ends.filter(Boolean).length, 1);
});
