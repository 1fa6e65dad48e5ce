import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { z } from "zod";
import { audit } from "../audit/record.ts";
import { type Context, systemContext } from "../context/index.ts";
import { cableTo } from "../db/cable.ts";
import { connect } from "../db/connect.ts";
import { cloneDatabase, type TestDatabase } from "../db/testing.ts";
import { defineEvent, record } from "../events/index.ts";
import { NotFound } from "../refusal/index.ts";
import { addJob, deadLetters, jobLag, retryJob, startWorker } from "./index.ts";
import { jobOf, listenerOf, moduleOf, testHouse, until } from "./testing.ts";

let database: TestDatabase;

before(async () => {
	database = await cloneDatabase();
});
after(() => database.close());

async function waitingJobs(): Promise<number> {
	const { rows } = await sql<{ many: number }>`select count(*) as many from graphile_worker.jobs`.execute(database.db);
	return rows[0]?.many ?? 0;
}

test("what was promised in a transaction is done, and what was rolled back never is", async () => {
	const done: string[] = [];
	const job = jobOf("note", async (_ctx, { what }) => void done.push(what));
	const house = testHouse(database.db);
	await database.db
		.transaction()
		.execute(async (tx) => {
			await addJob(tx, job, { what: "undone" });
			throw new Error("changed our mind");
		})
		.catch(() => {});
	await database.db.transaction().execute((tx) => addJob(tx, job, { what: "promised" }));
	const worker = await startWorker(house, database.pool, [moduleOf([job])]);
	await until(() => done.length > 0);
	await addJob(database.db, job, { what: "later" });
	await until(() => done.length > 1);
	await until(async () => (await waitingJobs()) === 0);
	await worker.stop();
	assert.deepEqual(done, ["promised", "later"]);
});

test("a listener hears the event with its correlation, at the time that it runs", async () => {
	const heard: { ctx: Context; data: { n: number } }[] = [];
	const happened = defineEvent("trial.happened", z.object({ n: z.number() }));
	const listener = listenerOf(happened, async (ctx, data) => void heard.push({ ctx, data }));
	const house = testHouse(database.db, [listener]);
	const ctx = systemContext(house, "trial", new Date("2026-01-01T00:00:00Z"));
	const entry = { action: "trial.run", subject: { kind: "trial", id: "1" } };
	await record(database.db, ctx, entry, { event: happened, subject: "1", data: { n: 7 } });
	const worker = await startWorker(house, database.pool, [moduleOf([], [listener])]);
	await until(() => heard.length === 1);
	await worker.stop();
	assert.deepEqual(heard[0]?.data, { n: 7 });
	assert.equal(heard[0]?.ctx.correlation, ctx.correlation);
	assert.ok((heard[0]?.ctx.now.getTime() ?? 0) > ctx.now.getTime());
	assert.equal(heard[0]?.ctx.actor.kind, "system");
});

test("work that fails waits longer each time, with some chance in it, and holds no values", async () => {
	let tries = 0;
	const job = jobOf("fail", async (ctx) => {
		tries++;
		await sql`select ${"maria@example.org"}::text::uuid`.execute(ctx.house.db);
	});
	await addJob(database.db, job, { what: "x" });
	const lines: unknown[] = [];
	const worker = await startWorker(testHouse(database.db), database.pool, [moduleOf([job])], {
		log: (level, fields) => lines.push({ level, ...fields }),
	});
	const state = async () => {
		const { rows } = await sql<{ why: string | null; wait: number }>`select last_error as why,
			extract(epoch from run_at - updated_at)::float8 as wait
			from graphile_worker.jobs where task_identifier = 'fail'`.execute(database.db);
		return rows[0];
	};
	await until(async () => typeof (await state())?.why === "string");
	const after = await state();
	await worker.stop();
	await sql`delete from graphile_worker._private_jobs`.execute(database.db);
	assert.equal(tries, 1);
	// e seconds after the first failure, and up to half as much again; the clock of the transaction may be a little behind.
	assert.ok(after && after.wait >= 2.6 && after.wait <= 4.3, String(after?.wait));
	assert.doesNotMatch(`${after.why} ${JSON.stringify(lines)}`, /maria/);
	assert.match(JSON.stringify(lines), /"job":"fail".*22P02/);
});

test("work that failed for good is a dead letter, which an officer can put back, and the ledger says who", async () => {
	let mended = false;
	let tries = 0;
	const job = jobOf(
		"brittle",
		async () => {
			tries++;
			if (!mended) throw new Error("the mail server said no");
		},
		1,
	);
	const house = testHouse(database.db);
	const worker = await startWorker(house, database.pool, [moduleOf([job])]);
	await addJob(database.db, job, { what: "x" });
	await until(async () => (await deadLetters(database.db)).letters.length === 1);
	assert.equal(await jobLag(database.db), 0);
	const letter = (await deadLetters(database.db)).letters[0];
	assert.equal(letter?.task, "brittle");
	assert.equal(letter?.why, "the mail server said no");
	mended = true;
	const ctx = systemContext(house, "trial");
	await retryJob(ctx, letter.id);
	await until(() => tries === 2);
	await until(async () => (await waitingJobs()) === 0);
	await assert.rejects(retryJob(ctx, letter.id), NotFound);
	await worker.stop();
	const { rows } = await sql`select subject_id from audit.entry where action = 'job.retried'`.execute(database.db);
	assert.deepEqual(rows, [{ subject_id: letter.id }]);
});

test("dead letters come in pages, the newest first", async () => {
	await sql`select graphile_worker.permanently_fail_jobs(array[(graphile_worker.add_job('gone', '{}'::json)).id], 'no')
		from generate_series(1, 5)`.execute(database.db);
	const first = await deadLetters(database.db, undefined, 3);
	const second = await deadLetters(database.db, first.next, 3);
	await sql`delete from graphile_worker._private_jobs`.execute(database.db);
	const ids = [...first.letters, ...second.letters].map((letter) => Number(letter.id));
	assert.equal(ids.length, 5);
	assert.deepEqual(
		ids,
		ids.toSorted((a, b) => b - a),
	);
	assert.equal(second.next, undefined);
});

test("what a killed worker had in hand is done by the next one within seconds", async () => {
	const job = jobOf("endless", async () => {});
	await addJob(database.db, job, { what: "x" });
	const child = spawn(process.execPath, [join(import.meta.dirname, "stuck.child.ts"), database.url], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	await once(child.stdout, "data");
	child.kill("SIGKILL");
	await once(child, "exit");
	assert.equal(await waitingJobs(), 1);
	const worker = await startWorker(testHouse(database.db), database.pool, [moduleOf([job])], { sweepEvery: 300 });
	await until(async () => (await waitingJobs()) === 0, 10);
	await worker.stop();
});

test("a living worker keeps what it has in hand, however long another looks for the dead", async () => {
	let runs = 0;
	const gate = Promise.withResolvers<void>();
	const slow = jobOf("slow", () => {
		runs++;
		return gate.promise;
	});
	const house = testHouse(database.db);
	const first = await startWorker(house, database.pool, [moduleOf([slow])], { atOnce: 1 });
	await addJob(database.db, slow, { what: "x" });
	await until(() => runs === 1);
	let looks = 0;
	const watched = jobOf("look", async () => void looks++);
	const second = await startWorker(house, database.pool, [moduleOf([slow, watched])], { sweepEvery: 20, atOnce: 1 });
	for (let look = 0; look < 10; look++) {
		await addJob(database.db, watched, { what: String(look) });
		await until(() => looks > look);
	}
	gate.resolve();
	await until(async () => (await waitingJobs()) === 0);
	await first.stop();
	await second.stop();
	assert.equal(runs, 1);
});

test("the worker goes on when the database was away in the middle of a job", async () => {
	await using cable = await cableTo(database.url);
	const connection = connect(cable.url);
	const done: string[] = [];
	let pull = true;
	const job = jobOf("steady", async (_ctx, { what }) => {
		if (pull) {
			pull = false;
			cable.unplug();
		}
		done.push(what);
	});
	const worker = await startWorker(testHouse(connection.db), connection.pool, [moduleOf([job])], { sweepEvery: 300 });
	await addJob(database.db, job, { what: "first" });
	await until(() => done.length === 1);
	await addJob(database.db, job, { what: "second" });
	cable.plugIn();
	await until(() => done.includes("second"), 30);
	await until(async () => (await waitingJobs()) === 0, 30);
	await worker.stop();
	await connection.close();
});

test("a worker that stops hands back what it cannot finish", async () => {
	let taken = false;
	const job = jobOf("endless", () => {
		taken = true;
		return new Promise(() => {});
	});
	const worker = await startWorker(testHouse(database.db), database.pool, [moduleOf([job])], { patience: 100 });
	await addJob(database.db, job, { what: "x" });
	await until(() => taken);
	await worker.stop();
	const { rows } = await sql`select locked_by, attempts < max_attempts as "again" from graphile_worker.jobs`.execute(
		database.db,
	);
	await sql`delete from graphile_worker._private_jobs`.execute(database.db);
	assert.deepEqual(rows, [{ locked_by: null, again: true }]);
});

test("daily work that was missed while nobody was there is done once, and frequent work waits for its next time", async () => {
	const ran: string[] = [];
	const due = new Date(Date.now() - 10 * 60_000);
	const daily = [
		{ at: `${due.getUTCMinutes()} ${due.getUTCHours()} * * *`, does: "tidy", run: async () => void ran.push("tidy") },
		{ at: "*/30 * * * *", does: "glance", run: async () => void ran.push("glance") },
	];
	await sql`insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
		select name, now() - interval '2 days', now() - interval '1 day'
		from unnest(array['trials: tidy', 'trials: glance']) as name`.execute(database.db);
	const worker = await startWorker(testHouse(database.db), database.pool, [moduleOf([], [], daily)]);
	await until(() => ran.includes("tidy"));
	await until(async () => (await waitingJobs()) === 0);
	await worker.stop();
	assert.equal(ran.filter((name) => name === "tidy").length, 1);
	assert.ok(ran.filter((name) => name === "glance").length <= 1);
});

test("the ledger is sealed while the worker runs", async () => {
	const house = testHouse(database.db);
	const worker = await startWorker(house, database.pool, [moduleOf([jobOf("idle", async () => {})])]);
	await audit(database.db, systemContext(house, "trial"), {
		action: "trial.seal",
		subject: { kind: "trial", id: "2" },
	});
	const sealed = async () => {
		const { rows } =
			await sql`select from audit.link join audit.entry e on e.id = entry_id where e.action = 'trial.seal'`.execute(
				database.db,
			);
		return rows.length === 1;
	};
	await until(sealed);
	await worker.stop();
});
