import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { NotFound } from "../../../platform/refusal/index.ts";
import { isRefusal, type Outcome } from "../../../platform/refusal/index.ts";
import { closeRequest } from "../actions/close.ts";
import { handOverRequest } from "../actions/handOver.ts";
import { moveRequest } from "../actions/move.ts";
import { reopenRequest } from "../actions/reopen.ts";
import { submitRequest } from "../actions/submit.ts";
import { requestByReference } from "../queries/request.ts";
import { type Council, monday, openCouncil } from "../testing.ts";
import { completeTask, giveTask, setTaskAside } from "./actions.ts";

describe("the tasks of a request", () => {
	let council: Council;
	before(async () => {
		council = await openCouncil();
	});
	after(() => council.close());

	/** With the roads' team. */
	const received = async (blocks = "yes") =>
		(await submitRequest(council.resident(), { service: council.hedges, answers: { blocks }, channel: "web" }))
			.reference;
	const read = async (reference: string) =>
		(await requestByReference(council.db, council.as("bob").actor, reference)) ?? assert.fail(reference);
	const now = async (reference: string) => ({ reference, revision: (await read(reference)).revision });
	const tasks = async (reference: string) =>
		(await read(reference)).tasks.map(({ task, teamId, ending }) => `${task} ${teamId} ${ending ?? "open"}`);
	const of = async (reference: string, task: string) => {
		const found = (await read(reference)).tasks.findLast((one) => one.task === task);
		return { reference, id: found?.id ?? assert.fail(task) };
	};
	const code = (outcome: Outcome<object, string>) => (isRefusal(outcome) ? outcome.code : "done");
	const move = async (reference: string, to: string) =>
		moveRequest(council.as("bob"), await now(reference), { to, filledIn: { height: "4", decision: "cut" } });

	it("come by entering a stage, each with a clock of its own", async () => {
		const reference = await received();
		assert.deepEqual(await tasks(reference), ["photos roads open"]);
		assert.deepEqual(await tasks(await received("no")), ["photos roads open"].slice(1));
		await move(reference, "visited");
		const visit = (await read(reference)).tasks.find(({ task }) => task === "visit");
		assert.equal(visit?.dueAt.toISOString(), "2026-03-04T23:59:59.000Z");
		assert.equal((await read(reference)).entries.find(({ id }) => id === visit?.givenEntry)?.kind, "moved");
	});

	it("hold up a move and closing until they are done, and say which", async () => {
		const reference = await received("no");
		await move(reference, "visited");
		const refused = await move(reference, "decided");
		assert.ok(isRefusal(refused) && refused.code === "tasks-first");
		assert.deepEqual(refused.details.tasks, ["Visit the hedge"]);
		const close = async () => code(await closeRequest(council.as("bob"), await now(reference), { outcome: "dropped" }));
		assert.equal(await close(), "tasks-first");
		assert.equal(code(await completeTask(council.as("ada"), await of(reference, "visit"), {})), "answers-needed");
		const filledIn = { metres: "4", neighbour: "He shouted" };
		assert.equal(code(await completeTask(council.as("ada"), await of(reference, "visit"), { filledIn })), "done");
		assert.equal(code(await move(reference, "decided")), "done");
		const entry = (await read(reference)).entries.find(({ kind }) => kind === "task-done");
		assert.deepEqual([entry?.task, entry?.answers], ["visit", { metres: 4, neighbour: "He shouted" }]);
		assert.equal(await close(), "done");
	});

	it("are set aside for a reason", async () => {
		const reference = await received("no");
		await move(reference, "visited");
		const aside = async (reason: string) =>
			code(await setTaskAside(council.as("ada"), await of(reference, "visit"), reason));
		assert.equal(await aside(" "), "reason-needed");
		assert.equal(await aside("It was cut yesterday"), "done");
		assert.equal(code(await move(reference, "decided")), "done");
		assert.equal((await read(reference)).entries.at(-2)?.note, "It was cut yesterday");
	});

	it("of two officers who end one at once are ended once, whatever else happened to the request", async () => {
		const reference = await received();
		const task = await of(reference, "photos");
		await move(reference, "visited");
		const both = await Promise.all([
			completeTask(council.as("ada"), task, {}),
			setTaskAside(council.as("bob"), task, "No need"),
		]);
		assert.deepEqual(both.map(code).sort(), ["done", "task-ended"]);
		assert.equal((await read(reference)).revision, 3);
	});

	it("are given by an officer too, once while open, and ended only by officers of their role", async () => {
		const reference = await received("no");
		assert.equal(code(await giveTask(council.as("ada"), reference, "law")), "done");
		assert.equal(code(await giveTask(council.as("ada"), reference, "law")), "task-needed");
		assert.equal(code(await giveTask(council.as("ada"), reference, "dance")), "task-needed");
		const task = await of(reference, "law");
		assert.equal(code(await completeTask(council.as("ada"), task, {})), "not-your-role");
		assert.equal(code(await completeTask(council.as("bob"), task, { note: "Ours" })), "done");
		assert.equal(code(await giveTask(council.as("ada"), reference, "law")), "done");
		await assert.rejects(completeTask(council.as("bob"), { reference, id: "nothing" }, {}), NotFound);
		const { rows } = await council.pool.query(
			"select name, data->>'ending' as ending from events.event where subject_id = $1 and name like '%task%' order by id",
			[(await read(reference)).id],
		);
		assert.deepEqual(rows, [
			{ name: "request.task-given", ending: null },
			{ name: "request.task-ended", ending: "done" },
			{ name: "request.task-given", ending: null },
		]);
	});

	it("of the request's own team go with it when it is handed over, and those of another stay", async () => {
		const reference = await received();
		await giveTask(council.as("bob"), reference, "law");
		await handOverRequest(council.as("bob"), await now(reference), { team: "trees", reason: "It is a tree" });
		assert.deepEqual(await tasks(reference), ["photos trees open", "law roads open"]);
	});

	it("outlive closing, and come again with a stage that is entered again", async () => {
		const reference = await received();
		await completeTask(council.as("bob"), await of(reference, "photos"), {});
		await giveTask(council.as("bob"), reference, "law");
		await closeRequest(council.as("bob"), await now(reference), { outcome: "dropped" });
		assert.equal(code(await completeTask(council.as("bob"), await of(reference, "law"), {})), "done");
		assert.equal(code(await giveTask(council.as("bob"), reference, "photos")), "not-open");
		await reopenRequest(council.as("bob", monday), await now(reference), "It grew");
		assert.deepEqual(await tasks(reference), ["photos roads done", "law roads done", "photos roads open"]);
	});
});
