import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { systemContext } from "../../../platform/context/index.ts";
import { closeRequest } from "../actions/close.ts";
import { followRequest } from "../actions/follow.ts";
import { moveRequest } from "../actions/move.ts";
import { reopenRequest } from "../actions/reopen.ts";
import { submitRequest } from "../actions/submit.ts";
import { type Council, monday, openCouncil } from "../testing.ts";
import { requestListeners } from "./index.ts";

describe("what the customer and followers are told", () => {
	let council: Council;
	before(async () => {
		council = await openCouncil(requestListeners);
	});
	after(() => council.close());

	/** Does the listeners' jobs, each twice: a worker may die after the work and before saying so. */
	const work = async () => {
		const { rows } = await council.pool.query(
			`with done as (delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
				where t.id = j.task_id and t.identifier like 'hear %' returning j.id, t.identifier, j.payload)
			select * from done order by id`,
		);
		const ctx = systemContext(council.house, "worker", monday);
		for (const { identifier, payload } of rows) {
			const listener = requestListeners.find((one) => one.job === identifier) ?? assert.fail(identifier);
			await listener.run(ctx, payload.data);
			await listener.run(ctx, payload.data);
		}
	};
	const received = async (answers: Record<string, string>) =>
		submitRequest(council.resident(), {
			service: council.service,
			answers: { blocks: "no", ...answers },
			channel: "web",
		});
	const told = async (id: string) =>
		council.db
			.selectFrom("messages.message_view")
			.select(["template", "recipient", "body"])
			.where("about_id", "=", id)
			.orderBy("id")
			.execute();

	it("is told at each public stage, once, with what the officer wrote", async () => {
		const { id, reference } = await received({ name: "Zoë", email: "zoe@example.org" });
		await work();
		await moveRequest(
			council.as("ada"),
			{ reference, revision: 1 },
			{ to: "ordered", message: "A crew comes on Tuesday." },
		);
		await work();
		await moveRequest(council.as("ada"), { reference, revision: 2 }, { to: "cleared" });
		await work();
		await closeRequest(council.as("ada"), { reference, revision: 3 }, { outcome: "done" });
		await work();
		await reopenRequest(council.as("ada"), { reference, revision: 4 }, "Half of it is there");
		await work();
		const messages = await told(id);
		assert.deepEqual(
			messages.map((one) => one.template),
			["request-received", "request-planned", "request-acted-on", "request-closed", "request-reopened"],
		);
		assert.ok(messages.every((one) => one.recipient === "zoe@example.org"));
		assert.ok(messages[0]?.body?.includes("https://council.example/track/"));
		assert.ok(messages[0]?.body?.includes("Thursday 5 March 2026"));
		assert.ok(messages[1]?.body?.includes("A crew comes on Tuesday."));
		assert.ok(messages[2]?.body?.includes("Action taken."));
		assert.ok(messages[3]?.body?.includes("The tree was taken away."));
		assert.ok(messages[3]?.body?.includes("Monday 30 March 2026"));
		assert.ok(!messages[4]?.body?.includes("Half of it"));
	});

	it("is not told of what changes nothing for them, nor when they left no address", async () => {
		const quiet = await received({ name: "Zoë", email: "zoe@example.org" });
		await moveRequest(council.as("ada"), { reference: quiet.reference, revision: 1 }, { to: "ordered" });
		await moveRequest(council.as("ada"), { reference: quiet.reference, revision: 2 }, { to: "second-look" });
		const nobody = await received({});
		await work();
		assert.equal((await told(quiet.id)).length, 2);
		assert.equal((await told(nobody.id)).length, 0);
	});

	it("reaches followers by links of their own, without what was written to the customer", async () => {
		const { id, reference, link } = await received({});
		await followRequest(council.resident(), reference, { name: "Amir", email: "amir@example.org" });
		await work();
		await moveRequest(council.as("ada"), { reference, revision: 1 }, { to: "ordered", message: "Dear Ms Ward" });
		await work();
		const messages = await told(id);
		assert.deepEqual(
			messages.map((one) => one.template),
			["follower-welcome", "follower-update"],
		);
		for (const { body } of messages) {
			assert.ok(body?.includes("#stop") && !body.includes(link) && !body.includes("Ms Ward"));
		}
	});
});
