import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import { systemContext } from "../context/index.ts";
import type { Db } from "../db/connect.ts";
import { cloneDatabase } from "../db/testing.ts";
import { audit, auditReading, seal, verifyChain } from "./index.ts";

async function ledger(count: number) {
	const connection = await cloneDatabase();
	const ctx = systemContext({ db: connection.db }, "test", new Date("2026-11-20T10:00:00Z"));
	for (let number = 1; number <= count; number++) {
		await audit(connection.db, ctx, {
			action: "request.moved",
			subject: { kind: "request", id: String(number) },
			before: { stage: "received" },
			after: { stage: "planned" },
			purpose: "casework",
		});
	}
	return { ...connection, ctx };
}

/** Seals until so many are linked: other databases of the same server may hold older transactions open for a moment. */
async function sealUntil(db: Db, count: number): Promise<void> {
	for (let tries = 0; tries < 1000; tries++) {
		await seal(db);
		const { rows } = await sql<{ linked: number }>`select count(*) as linked, pg_sleep(0.005) from audit.link`.execute(
			db,
		);
		if (rows[0]?.linked === count) return;
	}
	assert.fail(`${count} entries were never linked`);
}

/** What someone with the keys to the database could do, and the application cannot. */
async function tamper(db: Db, statement: ReturnType<typeof sql>) {
	await db.connection().execute(async (one) => {
		await sql`set session_replication_role = replica`.execute(one);
		await statement.execute(one);
		await sql`set session_replication_role = origin`.execute(one);
	});
}

test("an untouched ledger is whole and says how long it is", async () => {
	await using held = await ledger(5);
	await sealUntil(held.db, 5);
	const report = await verifyChain(held.db);
	assert.deepEqual([report.whole, report.whole && report.length], [true, 5]);
});

test("a changed row is found", async () => {
	await using held = await ledger(5);
	await sealUntil(held.db, 5);
	await tamper(held.db, sql`update audit.entry set purpose = 'curiosity' where subject_id = '3'`);
	assert.deepEqual(await verifyChain(held.db), { whole: false, position: 3, problem: "changed" });
});

test("a row taken away is found, with its link or without", async () => {
	await using held = await ledger(5);
	await sealUntil(held.db, 5);
	await tamper(held.db, sql`delete from audit.entry where subject_id = '2'`);
	assert.deepEqual(await verifyChain(held.db), { whole: false, position: 2, problem: "missing" });
	await tamper(held.db, sql`delete from audit.link where position = 2`);
	assert.deepEqual(await verifyChain(held.db), { whole: false, position: 3, problem: "missing" });
});

test("an end cut off is found", async () => {
	await using held = await ledger(5);
	await sealUntil(held.db, 5);
	await tamper(held.db, sql`delete from audit.link where position = 5`);
	await tamper(held.db, sql`delete from audit.entry where subject_id = '5'`);
	assert.deepEqual(await verifyChain(held.db), { whole: false, position: 4, problem: "cut short" });
});

test("the ledger refuses change and removal by the application", async () => {
	await using held = await ledger(1);
	await assert.rejects(sql`update audit.entry set purpose = 'x'`.execute(held.db), /append-only/);
	await assert.rejects(sql`delete from audit.entry`.execute(held.db), /append-only/);
	await assert.rejects(sql`truncate audit.link`.execute(held.db), /append-only/);
});

test("an action that ends late is linked later, and none is left out", async () => {
	await using held = await ledger(0);
	const { db, ctx } = held;
	const entry = (id: string) => ({ action: "customer.read", subject: { kind: "customer", id } });
	let release = () => {};
	const released = new Promise<void>((resolve) => {
		release = resolve;
	});
	let written = () => {};
	const wrote = new Promise<void>((resolve) => {
		written = resolve;
	});
	const slow = db.transaction().execute(async (tx) => {
		await audit(tx, ctx, entry("slow"));
		written();
		await released;
	});
	await wrote;
	await audit(db, ctx, entry("quick"));
	assert.equal(await seal(db), 0, "nothing may be linked before what began earlier has ended");
	release();
	await slow;
	await sealUntil(db, 2);
	const report = await verifyChain(db);
	assert.deepEqual([report.whole, report.whole && report.length], [true, 2]);
});

test("sealing at once from several processes links each entry once", async () => {
	await using held = await ledger(20);
	await Promise.all(Array.from({ length: 4 }, () => sealUntil(held.db, 20)));
	assert.equal((await verifyChain(held.db)).whole, true);
});

test("a reading is in the ledger before the page is sent, and later actions wait for the disk as ever", async () => {
	await using held = await ledger(0);
	await held.db.connection().execute(async (one) => {
		await sql`set synchronous_commit = 'local'`.execute(one);
		await auditReading(one, held.ctx, {
			action: "customer.read",
			subject: { kind: "customer", id: "7" },
			after: { filter: "mine" },
			purpose: "casework",
		});
		const { rows } = await sql`select subject_id, after, purpose, current_setting('synchronous_commit') as waits
			from audit.entry`.execute(one);
		assert.deepEqual(rows, [{ subject_id: "7", after: { filter: "mine" }, purpose: "casework", waits: "local" }]);
	});
	await sealUntil(held.db, 1);
	assert.equal((await verifyChain(held.db)).whole, true);
});
