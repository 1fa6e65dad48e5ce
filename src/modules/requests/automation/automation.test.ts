import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Context, systemContext } from "../../../platform/context/index.ts";
import { serviceById, serviceVersion } from "../../services/index.ts";
import { addNote } from "../actions/note.ts";
import { moveRequest } from "../actions/move.ts";
import { submitRequest } from "../actions/submit.ts";
import { requestByReference } from "../queries/request.ts";
import { completeTask, setTaskAside } from "../tasks/actions.ts";
import { type Council, monday, openCouncil, treeDefinition } from "../testing.ts";
import { coming } from "./coming.ts";
import { type Errand, errand } from "./errand.ts";
import { automationJob } from "./job.ts";
import { licenceDefinition, roundDefinition } from "./licence.test-data.ts";

describe("a service that goes on by itself", () => {
	let council: Council;
	before(async () => {
		council = await openCouncil([], [licenceDefinition(treeDefinition), roundDefinition(treeDefinition)]);
	});
	after(() => council.close());

	const apply = async (id = "licence-to-fell", email = "zoe@example.org") => {
		const service = serviceById(council.house, id) ?? assert.fail(id);
		const answers = { blocks: "no", name: "Zoë", email };
		return (await submitRequest(council.resident(), { service, answers, channel: "web" })).reference;
	};
	const later = (days: number, hours = 0) => new Date(monday.getTime() + days * 86_400_000 + hours * 3_600_000);
	const ctx = (now = monday): Context => systemContext(council.house, "worker", now);
	const read = async (reference: string) =>
		(await requestByReference(council.db, council.as("bob").actor, reference)) ?? assert.fail(reference);
	/** Takes the waiting jobs of a request out of the queue. */
	const jobsOf = async (reference: string): Promise<{ payload: Errand; runAt: Date }[]> => {
		const { rows } = await council.pool.query(
			`delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
				where t.id = j.task_id and t.identifier = $1 and j.payload->>'reference' = $2
				returning j.payload, j.run_at as "runAt"`,
			[errand.name, reference],
		);
		return rows;
	};
	/** Does what waits for a request, each job twice: a worker may die after the work and before saying so. */
	const work = async (reference: string, now = monday) => {
		for (const { payload } of await jobsOf(reference)) {
			await automationJob.run(ctx(now), payload);
			await automationJob.run(ctx(now), payload);
		}
	};
	const lines = async (reference: string) =>
		(await read(reference)).entries.map(({ kind, actorName, note }) => [kind, actorName, note].join(": "));

	it("does each step once, in order, in the name of the system and with the reason", async () => {
		const reference = await apply();
		await work(reference);
		assert.deepEqual((await lines(reference)).slice(1), [
			"messaged: The system: Every application begins so",
			"task-given: The system: Every application begins so",
			"handed-over: The system: The roads team reads papers",
			"moved: The system: Every application begins so",
		]);
		const { id, stage, teamId, tasks, newsAt } = await read(reference);
		assert.deepEqual(
			[stage, teamId, tasks.map(({ task, teamId: team }) => `${task} ${team}`), newsAt],
			["waiting", "roads", ["papers roads"], null],
		);
		const { rows } = await council.pool.query("select body from messages.message where about_id = $1", [id]);
		assert.equal(rows.length, 1);
	});

	it("waits as long as it says, and does nothing when the request has moved on meanwhile", async () => {
		const reference = await apply();
		await work(reference);
		const [wait, ...more] = await jobsOf(reference);
		assert.ok(wait && more.length === 0);
		assert.deepEqual(wait.runAt, new Date("2026-03-30T22:59:59Z"));
		const comesTo = async (now: Date) => {
			const request = await read(reference);
			const version = await serviceVersion(council.house, request.serviceId, request.serviceVersion);
			return coming(version, request, now);
		};
		assert.deepEqual(await comesTo(later(1)), [{ because: "No papers came", at: wait.runAt }]);
		await moveRequest(council.as("bob"), { reference, revision: 5 }, { to: "looked" });
		assert.deepEqual(await comesTo(later(1)), []);
		await automationJob.run(ctx(later(28)), wait.payload);
		assert.equal((await read(reference)).stage, "looked");
		const other = await apply();
		await work(other);
		const task = { reference: other, id: (await read(other)).tasks[0]?.id ?? "" };
		await setTaskAside(council.as("bob", later(1)), task, "There are none");
		await work(other, later(28));
		const { stage, outcome, entries } = await read(other);
		assert.deepEqual([stage, outcome, entries.at(-1)?.words], ["closed", "expired", "No papers came."]);
	});

	it("does not go past a task that comes first: it stops, says so, and waits for an officer", async () => {
		const reference = await apply();
		await work(reference);
		await moveRequest(council.as("bob"), { reference, revision: 5 }, { to: "looked" });
		await work(reference, later(1));
		assert.equal(
			(await lines(reference)).at(-1),
			"stopped: The system: The law says so. The task “Read the papers” has to be done first.",
		);
		assert.deepEqual((await read(reference)).newsAt, later(1));
		assert.equal((await read(reference)).stage, "looked");
		const [task] = (await read(reference)).tasks;
		await completeTask(council.as("bob", later(2)), { reference, id: task?.id ?? "" }, {});
		assert.equal((await read(reference)).newsAt, null);
	});

	it("stops after twenty steps that nobody looked at, and goes on when somebody has", async () => {
		const reference = await apply("to-and-fro");
		for (let hours = 1; hours <= 30; hours++) await work(reference, later(0, hours));
		const happened = await lines(reference);
		assert.equal(happened.length, 22);
		assert.match(happened.at(-1) ?? "", /^stopped: The system: It goes there\. 20 things happened by themselves/);
		assert.deepEqual((await read(reference)).newsAt, later(0, 21));
		assert.deepEqual(await jobsOf(reference), []);
		const { revision } = await read(reference);
		await moveRequest(council.as("bob"), { reference, revision }, { to: "looked" });
		await work(reference, later(2));
		assert.equal((await read(reference)).stage, "new");
	});

	it("keeps nothing of what was cut off in the middle, and does all of it the next time", async () => {
		const reference = await apply();
		const [job] = await jobsOf(reference);
		assert.ok(job);
		const { payload } = job;
		const other = await council.pool.connect();
		await other.query("begin");
		// The message, its first step, cannot be written while another holds the table.
		await other.query("lock table messages.message in access exclusive mode");
		// Looked for from the beginning: it may be refused before the cancelling is answered.
		const cut = assert.rejects(automationJob.run(ctx(), payload));
		const waiting = "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
		let pids: { pid: number }[] = [];
		while (pids.length === 0) pids = (await council.pool.query(waiting)).rows;
		await other.query("select pg_cancel_backend($1)", [pids[0]?.pid]);
		await cut;
		await other.query("rollback");
		other.release();
		assert.equal((await read(reference)).revision, 1);
		await automationJob.run(ctx(), payload);
		assert.equal((await read(reference)).stage, "waiting");
	});

	it("is done once when two workers hold its job at once, also while an officer acts", async () => {
		const reference = await apply();
		const [job] = await jobsOf(reference);
		assert.ok(job);
		const { payload } = job;
		await Promise.all([
			automationJob.run(ctx(), payload),
			automationJob.run(ctx(), payload),
			addNote(council.as("bob"), reference, "They rang"),
		]);
		const kinds = (await read(reference)).entries.map(({ kind }) => kind).filter((kind) => kind !== "note");
		assert.deepEqual(kinds, ["received", "messaged", "task-given", "handed-over", "moved"]);
	});

	it("writes to nobody who left no address, and goes on", async () => {
		const reference = await apply("licence-to-fell", "");
		await council.pool.query("update requests.request set customer_id = null where reference = $1", [reference]);
		await work(reference);
		assert.deepEqual(
			(await read(reference)).entries.map(({ kind }) => kind),
			["received", "task-given", "handed-over", "moved"],
		);
	});
});
