import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { systemContext } from "../../../platform/context/index.ts";
import { isRefusal, type Outcome } from "../../../platform/refusal/index.ts";
import { londonDate } from "../../../platform/time/index.ts";
import { requestListeners } from "../hears/index.ts";
import { queuePage } from "../queries/queue.ts";
import { requestByReference } from "../queries/request.ts";
import { runState } from "../rules/promise.ts";
import { type Council, monday, openCouncil } from "../testing.ts";
import { closeRequest } from "./close.ts";
import { extendPromise } from "./extend.ts";
import { moveRequest } from "./move.ts";
import { reopenRequest } from "./reopen.ts";
import { submitRequest } from "./submit.ts";

const on = (day: string) => new Date(`${day}T10:00:00Z`);

describe("a promise", () => {
	let council: Council;
	before(async () => {
		council = await openCouncil(requestListeners);
	});
	after(() => council.close());

	const received = async () =>
		(
			await submitRequest(council.resident(), {
				service: council.papers,
				answers: { blocks: "no", name: "Zoë", email: "zoe@example.org" },
				channel: "web",
			})
		).reference;
	const seen = async (reference: string) => {
		const request = await requestByReference(council.db, council.as("ada").actor, reference);
		return request ?? assert.fail(reference);
	};
	const code = (outcome: Outcome<object, string>) => (isRefusal(outcome) ? outcome.code : "done");
	const move = async (reference: string, to: string, day: string) =>
		code(await moveRequest(council.as("ada", on(day)), await seen(reference), { to }));
	const extended = async (reference: string, day: string, longer?: number, reason = "there are 900 boxes.") =>
		code(
			await extendPromise(council.as("ada", on(day)), await seen(reference), {
				extension: "send:many",
				longer,
				reason,
			}),
		);
	const due = async (reference: string) => {
		const { dueAt } = await seen(reference);
		return dueAt === null ? null : londonDate(dueAt);
	};
	const inQueue = async (reference: string) => {
		const { rows } = await queuePage(council.db, council.as("ada").actor, { state: "open" }, undefined, monday);
		return rows.find((row) => row.reference === reference) ?? assert.fail("It is not in the queue.");
	};

	it("waits while the customer is asked, and goes on with the working days it had left", async () => {
		const reference = await received();
		assert.equal(await due(reference), "2026-03-16");
		assert.equal(await move(reference, "asked", "2026-03-05"), "done");
		assert.deepEqual([await due(reference), (await inQueue(reference)).paused], [null, true]);
		assert.equal(await move(reference, "looked-at", "2026-04-01"), "done");
		// Seven of ten days were left: 2 April is the first, and Easter is not counted.
		assert.deepEqual([await due(reference), (await inQueue(reference)).paused], ["2026-04-14", false]);
		const [run] = (await seen(reference)).clocks;
		assert.deepEqual(
			run?.changes.map(({ kind, who, law, dueBefore, dueAfter }) => [
				kind,
				who,
				law,
				londonDate(dueBefore),
				dueAfter && londonDate(dueAfter),
			]),
			[
				["paused", "Ada Ash", "Papers Act, section 2", "2026-03-16", null],
				["resumed", "Ada Ash", "Papers Act, section 2", "2026-03-16", "2026-04-14"],
			],
		);
	});

	it("starts again with all its time when what was asked for is made clear", async () => {
		const reference = await received();
		await move(reference, "unclear", "2026-03-10");
		await move(reference, "looked-at", "2026-03-31");
		assert.equal(await due(reference), "2026-04-16");
		const { clocks } = await seen(reference);
		assert.deepEqual(
			clocks.map((run) => [run.run, londonDate(run.startedAt), runState(run, on("2026-04-01"))]),
			[
				[1, "2026-03-02", "restarted"],
				[2, "2026-03-31", "running"],
			],
		);
		await move(reference, "sent", "2026-04-15");
		assert.equal(await due(reference), null);
	});

	it("that was late before the question came stays late", async () => {
		const reference = await received();
		await move(reference, "unclear", "2026-03-17");
		assert.equal(await due(reference), "2026-03-16");
		await move(reference, "looked-at", "2026-03-18");
		const [first] = (await seen(reference)).clocks;
		assert.ok(first);
		assert.equal(runState(first, on("2026-03-18")), "missed");
	});

	it("is made longer once, by no more than the law allows, with a reason that the customer is told", async () => {
		const reference = await received();
		assert.equal(await extended(reference, "2026-03-10", 6), "longer-than-allowed");
		assert.equal(await extended(reference, "2026-03-10", 2.5), "longer-than-allowed");
		assert.equal(await extended(reference, "2026-03-10", 5, " "), "reason-needed");
		assert.equal(await extended(reference, "2026-03-17"), "extension-needed");
		assert.equal(await extended(reference, "2026-03-10", 3), "done");
		assert.equal(await due(reference), "2026-03-19");
		assert.equal(await extended(reference, "2026-03-10", 1), "extension-needed");
		const { entries, id } = await seen(reference);
		const words = "We need longer, because there are 900 boxes. You have them by Thursday 19 March 2026.";
		assert.deepEqual([entries.at(-1)?.kind, entries.at(-1)?.words], ["extended", words]);
		const told = await messagesAfterJobs(id);
		assert.ok(told.at(-1)?.includes(words));
		const ledger = await council.db
			.selectFrom("audit.entry")
			.select(["before", "after"])
			.where("action", "=", "request.extended")
			.where("subject_id", "=", id)
			.execute();
		assert.deepEqual(
			ledger.map(({ before, after: now }) => ({ before, now })),
			[
				{
					before: { due: "2026-03-16T23:59:59.000Z" },
					now: { due: "2026-03-19T23:59:59.000Z", extension: "send:many" },
				},
			],
		);
	});

	it("ends with its request also while it waits, and runs anew when that is reopened", async () => {
		const reference = await received();
		await move(reference, "asked", "2026-03-05");
		assert.equal(
			code(await closeRequest(council.as("ada", on("2026-04-20")), await seen(reference), { outcome: "done" })),
			"done",
		);
		const [run] = (await seen(reference)).clocks;
		assert.ok(run);
		assert.deepEqual([run.pausedAt, runState(run, on("2026-04-21"))], [null, "kept"]);
		assert.equal(
			code(await reopenRequest(council.as("ada", on("2026-04-21")), await seen(reference), "Not all")),
			"done",
		);
		assert.equal(await due(reference), "2026-05-06");
	});

	/** Does the listeners' jobs and answers the bodies of the messages about a request. */
	const messagesAfterJobs = async (id: string) => {
		const { rows } = await council.pool.query(
			`with done as (delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
				where t.id = j.task_id and t.identifier like 'hear %' returning j.id, t.identifier, j.payload)
			select * from done order by id`,
		);
		for (const { identifier, payload } of rows) {
			const listener = requestListeners.find((one) => one.job === identifier) ?? assert.fail(identifier);
			await listener.run(systemContext(council.house, "worker", monday), payload.data);
		}
		const found = await council.db
			.selectFrom("messages.message_view")
			.select("body")
			.where("about_id", "=", id)
			.orderBy("id")
			.execute();
		return found.map(({ body }) => body ?? "");
	};
});
