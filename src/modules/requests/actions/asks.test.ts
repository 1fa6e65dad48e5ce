import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { v7 as newId } from "uuid";
import { isRefusal, type Outcome } from "../../../platform/refusal/index.ts";
import { type Council, monday, openCouncil } from "../testing.ts";
import { applyClientUpdate } from "./clientUpdate.ts";
import { closeRequest } from "./close.ts";
import { moveRequest } from "./move.ts";
import { submitRequest } from "./submit.ts";

/** Ada is an officer; Bob leads. */
describe("a step that its definition keeps for some officers, or that asks something", () => {
	let council: Council;
	before(async () => {
		council = await openCouncil();
	});
	after(() => council.close());

	const received = async () =>
		(await submitRequest(council.resident(), { service: council.hedges, answers: { blocks: "no" }, channel: "web" }))
			.reference;
	const row = (reference: string) =>
		council.db.selectFrom("requests.request").selectAll().where("reference", "=", reference).executeTakeFirstOrThrow();
	const now = async (reference: string) => ({ reference, revision: (await row(reference)).revision });
	const code = (outcome: Outcome<object, string>) => (isRefusal(outcome) ? outcome.code : "done");
	const filledIn = { height: "4", decision: "cut" };

	it("is taken by officers of those roles only", async () => {
		const reference = await received();
		const decide = async (who: "ada" | "bob") =>
			moveRequest(council.as(who), await now(reference), { to: "decided", filledIn });
		const refused = await decide("ada");
		assert.ok(isRefusal(refused) && refused.code === "not-your-role");
		assert.deepEqual(refused.details.by, ["lead"]);
		const drop = async (who: "ada" | "bob") =>
			code(await closeRequest(council.as(who), await now(reference), { outcome: "dropped" }));
		assert.equal(await drop("ada"), "not-your-role");
		assert.equal(code(await decide("bob")), "done");
		assert.equal(await drop("bob"), "done");
	});

	it("waits for what must be filled in, also for what an answer leads to, and keeps it with the line of the timeline", async () => {
		const reference = await received();
		const decide = async (typed: Record<string, unknown>) =>
			moveRequest(council.as("bob"), await now(reference), { to: "decided", filledIn: typed });
		const refused = await decide({ height: "high", decision: "stay" });
		assert.ok(isRefusal(refused) && refused.code === "answers-needed");
		assert.deepEqual(
			refused.details.problems.map(({ question }) => question),
			["height", "because"],
		);
		assert.equal(refused.details.problems[1]?.message, "Enter why it may stay");
		assert.equal((await row(reference)).revision, 1);
		assert.equal(code(await decide({ height: "4", decision: "stay", because: "It is old", other: "x" })), "done");
		const entry = await council.db
			.selectFrom("requests.entry")
			.select(["kind", "answers"])
			.where("request_id", "=", (await row(reference)).id)
			.where("revision", "=", 2)
			.executeTakeFirstOrThrow();
		assert.deepEqual(entry, { kind: "moved", answers: { height: 4, decision: "stay", because: "It is old" } });
	});

	it("of two officers who take it at once is taken once", async () => {
		const reference = await received();
		const seen = await now(reference);
		const both = await Promise.all(
			["4", "5"].map((height) =>
				moveRequest(council.as("bob"), seen, { to: "decided", filledIn: { height, decision: "cut" } }),
			),
		);
		assert.deepEqual(both.map(code).sort(), ["changed-meanwhile", "done"]);
	});

	it("ends it only from where that outcome is one, with what the outcome asks", async () => {
		const reference = await received();
		const close = async (outcome: string, typed: Record<string, unknown> = {}) =>
			code(await closeRequest(council.as("ada"), await now(reference), { outcome, filledIn: typed }));
		assert.equal(await close("done"), "outcome-needed");
		assert.equal(await close("fee-back"), "answers-needed");
		assert.equal(await close("fee-back", { receipt: "R-77" }), "done");
	});

	it("is not taken by another system, whose update is heard all the same", async () => {
		const client = { id: newId(), works: true };
		await council.db
			.insertInto("requests.client")
			.values({ ...client, name: "A contractor", key_hash: Buffer.alloc(32), created_at: monday })
			.execute();
		const reference = await received();
		const ctx = { ...council.resident(), actor: { kind: "client", id: client.id, name: "A contractor" } as const };
		const statuses = ["planned", "fixed", "no_further_action"] as const;
		for (const [at, status] of statuses.entries()) {
			const common = { client, reference, files: [] };
			await applyClientUpdate(ctx, { ...common, updateId: String(at), status, description: "All done" });
		}
		const { stage, revision } = await row(reference);
		assert.deepEqual([stage, revision], ["new", 4]);
	});
});
