import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { v7 as newId } from "uuid";
import type { ClientActor, Context } from "../../../platform/context/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { type Council, monday, openCouncil } from "../testing.ts";
import { applyClientUpdate, type ClientUpdate } from "./clientUpdate.ts";
import { closeRequest } from "./close.ts";
import { followRequest, stopFollowing } from "./follow.ts";
import { moveRequest } from "./move.ts";
import { submitRequest } from "./submit.ts";
import { takeRequest } from "./take.ts";

describe("others who hear of a request", () => {
	let council: Council;
	let client: ClientActor;
	before(async () => {
		council = await openCouncil();
		client = { kind: "client", id: newId(), name: "A contractor" };
		await council.db
			.insertInto("requests.client")
			.values({ id: client.id, name: client.name, key_hash: Buffer.alloc(32), created_at: monday })
			.execute();
	});
	after(() => council.close());

	const received = async () =>
		(
			await submitRequest(council.resident(), {
				service: council.service,
				answers: { blocks: "no", name: "Zoë", email: "zoe@example.org" },
				channel: "web",
			})
		).reference;
	const row = (reference: string) =>
		council.db.selectFrom("requests.request").selectAll().where("reference", "=", reference).executeTakeFirstOrThrow();
	const followers = async (reference: string) =>
		council.db
			.selectFrom("requests.follower")
			.selectAll()
			.where("request_id", "=", (await row(reference)).id)
			.execute();

	it("follow it once, stop, and may follow again", async () => {
		const reference = await received();
		const amir = { name: "Amir", email: "amir@example.org" };
		await followRequest(council.resident(), reference, amir);
		await followRequest(council.resident(), reference, amir);
		const [first, ...more] = await followers(reference);
		assert.ok(first);
		assert.equal(more.length, 0);
		await stopFollowing(council.resident(), reference, first.customer_id);
		await stopFollowing(council.resident(), reference, first.customer_id);
		assert.ok((await followers(reference))[0]?.stopped_at);
		await followRequest(council.resident(), reference, amir);
		const [again] = await followers(reference);
		assert.equal(again?.stopped_at, null);
		assert.deepEqual(again?.link_salt, first.link_salt);
	});

	it("cannot follow without an address, nor what is closed or not public, and whoever made it need not", async () => {
		const reference = await received();
		const nameless = await followRequest(council.resident(), reference, { name: "Amir" });
		assert.ok(isRefusal(nameless) && nameless.code === "contact-needed");
		await followRequest(council.resident(), reference, { name: "Zoë", email: "zoe@example.org" });
		assert.equal((await followers(reference)).length, 0);
		await closeRequest(council.as("ada"), { reference, revision: 1 }, { outcome: "done" });
		const late = await followRequest(council.resident(), reference, { email: "amir@example.org" });
		assert.ok(isRefusal(late) && late.code === "not-open");
		const secret = await received();
		await council.db
			.updateTable("requests.request")
			.set({ is_public: false })
			.where("reference", "=", secret)
			.execute();
		await assert.rejects(followRequest(council.resident(), secret, { email: "amir@example.org" }), NotFound);
	});

	const update = (reference: string, updateId: string, over: Partial<ClientUpdate> = {}, works = true) => {
		const ctx: Context = { ...council.resident(), actor: client };
		const common = { client: { id: client.id, works }, reference, updateId, description: "", files: [] };
		return applyClientUpdate(ctx, { ...common, ...over });
	};
	const code = (outcome: Awaited<ReturnType<typeof update>>) =>
		isRefusal(outcome) ? outcome.code : outcome.again ? "again" : "done";

	it("move it by their updates when they do the work, each once", async () => {
		const reference = await received();
		const planned = { status: "action_scheduled", description: "Crew on Tuesday" } as const;
		assert.equal(code(await update(reference, "1", planned)), "done");
		assert.equal(code(await update(reference, "1", planned)), "again");
		assert.equal((await row(reference)).stage, "ordered");
		assert.equal(
			code(await update(reference, "2", { status: "not_councils_responsibility", description: "Railway" })),
			"done",
		);
		const { outcome, public_stage, revision } = await row(reference);
		assert.deepEqual([outcome, public_stage, revision], ["not-ours", "closed", 3]);
	});

	it("leave it with its owner, unless they move it where another officer must look", async () => {
		const reference = await received();
		await takeRequest(council.as("ada"), { reference, revision: 1 });
		await moveRequest(council.as("ada"), { reference, revision: 2 }, { to: "looked-at" });
		await takeRequest(council.as("ada"), { reference, revision: 3 });
		await update(reference, "1", { status: "action_scheduled", description: "Crew on Tuesday" });
		assert.deepEqual(
			[(await row(reference)).stage, (await row(reference)).officer_id],
			["ordered", council.officers.ada],
		);
		await update(reference, "2", { status: "for_triage", description: "Somebody else should see this" });
		assert.deepEqual([(await row(reference)).stage, (await row(reference)).officer_id], ["second-look", null]);
	});

	it("are only heard when they do not, and open it again as a customer could", async () => {
		const reference = await received();
		assert.equal(code(await update(reference, "1", { status: "fixed", description: "Gone" }, false)), "done");
		assert.equal((await row(reference)).stage, "new");
		assert.deepEqual((await row(reference)).news_at, monday);
		assert.equal(code(await update(reference, "2", {}, false)), "nothing-added");
		await closeRequest(council.as("ada"), { reference, revision: 2 }, { outcome: "done" });
		assert.equal(code(await update(reference, "3", { status: "open", description: "Still there" }, false)), "done");
		assert.equal((await row(reference)).public_stage, "received");
	});
});
