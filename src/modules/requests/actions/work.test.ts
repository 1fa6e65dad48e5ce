import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { isRefusal, type Outcome } from "../../../platform/refusal/index.ts";
import { type Council, monday, openCouncil } from "../testing.ts";
import { addInformation } from "./addInformation.ts";
import { closeRequest } from "./close.ts";
import { handOverRequest } from "./handOver.ts";
import { moveRequest } from "./move.ts";
import { addNote } from "./note.ts";
import { reopenRequest, sayNotFixed } from "./reopen.ts";
import { submitRequest } from "./submit.ts";
import { assignRequest, takeRequest } from "./take.ts";

const later = (days: number, hours = 0) => new Date(monday.getTime() + days * 86_400_000 + hours * 3_600_000);

describe("a request that is worked", () => {
	let council: Council;
	before(async () => {
		council = await openCouncil();
	});
	after(() => council.close());

	const received = async (answers = { blocks: "no", email: "zoe@example.org" }) => {
		const { reference } = await submitRequest(council.resident(), {
			service: council.service,
			answers,
			channel: "web",
		});
		return reference;
	};
	const row = (reference: string) =>
		council.db.selectFrom("requests.request").selectAll().where("reference", "=", reference).executeTakeFirstOrThrow();
	const clocks = async (reference: string) =>
		council.db
			.selectFrom("requests.clock")
			.selectAll()
			.where("request_id", "=", (await row(reference)).id)
			.orderBy("started_at")
			.execute();
	const code = (outcome: Outcome<object, string>) => (isRefusal(outcome) ? outcome.code : "done");
	/** With the revision as it is now, as an officer who has just opened the page. */
	const now = async (reference: string) => ({ reference, revision: (await row(reference)).revision });

	it("is taken, moved with words for the customer, and closed with an outcome", async () => {
		const reference = await received();
		assert.equal(code(await takeRequest(council.as("ada"), await now(reference))), "done");
		const move = { to: "ordered", message: "A crew comes on Tuesday.", note: "Big one" };
		assert.equal(code(await moveRequest(council.as("ada", later(1)), await now(reference), move)), "done");
		assert.equal((await row(reference)).public_stage, "planned");
		assert.equal(
			code(await closeRequest(council.as("ada", later(2)), await now(reference), { outcome: "done" })),
			"done",
		);
		const closed = await row(reference);
		assert.deepEqual(
			[closed.public_stage, closed.outcome, closed.due_at, closed.officer_id],
			["closed", "done", null, council.officers.ada],
		);
		const entries = await council.db
			.selectFrom("requests.entry")
			.select(["kind", "revision", "words", "note"])
			.where("request_id", "=", closed.id)
			.orderBy("revision")
			.execute();
		assert.deepEqual(
			entries.map((one) => one.kind),
			["received", "taken", "moved", "closed"],
		);
		assert.deepEqual(
			entries.map((one) => one.revision),
			[1, 2, 3, 4],
		);
		assert.equal(entries[2]?.words, "A crew comes on Tuesday.");
	});

	it("changed since an officer looked is left as it is, and the officer is told by whom", async () => {
		const reference = await received();
		const seen = await now(reference);
		const both = await Promise.all([
			moveRequest(council.as("ada"), seen, { to: "looked-at" }),
			closeRequest(council.as("bob"), seen, { outcome: "done" }),
		]);
		assert.deepEqual(both.map(code).sort(), ["changed-meanwhile", "done"]);
		const told = both.find(isRefusal);
		assert.ok(told?.code === "changed-meanwhile");
		assert.equal(told.details.since.length, 1);
		assert.equal((await row(reference)).revision, 2);
	});

	it("takes a note from whoever was overtaken", async () => {
		const reference = await received();
		await takeRequest(council.as("ada"), await now(reference));
		assert.equal(code(await addNote(council.as("bob"), reference, "Rang the owner")), "done");
		assert.equal(code(await addNote(council.as("bob"), reference, "  ")), "note-needed");
		assert.equal(code(await addNote(council.as("bob"), reference, "x".repeat(4001))), "too-long");
	});

	it("goes only where its service lets it", async () => {
		const reference = await received();
		await moveRequest(council.as("ada"), await now(reference), { to: "ordered" });
		assert.equal(code(await moveRequest(council.as("ada"), await now(reference), { to: "looked-at" })), "no-such-move");
		assert.equal(code(await moveRequest(council.as("ada"), await now(reference), { to: "closed" })), "no-such-move");
		assert.equal(code(await moveRequest(council.as("ada"), await now(reference), { to: "nowhere" })), "no-such-move");
	});

	it("with an outcome that needs words waits for them, and is then worked no more", async () => {
		const reference = await received();
		const close = async (outcome: string, message = "") =>
			code(await closeRequest(council.as("ada"), await now(reference), { outcome, message }));
		assert.equal(await close(""), "outcome-needed");
		assert.equal(await close("not-ours", "  "), "message-needed");
		assert.equal(await close("not-ours", "Please ask the railway."), "done");
		assert.equal(await close("done"), "not-open");
		assert.equal(code(await takeRequest(council.as("ada"), await now(reference))), "not-open");
		assert.equal(code(await assignRequest(council.as("ada"), await now(reference), null)), "not-open");
		const over = { team: "roads", reason: "Road" };
		assert.equal(code(await handOverRequest(council.as("ada"), await now(reference), over)), "not-open");
	});

	it("is looked at a second time by another officer", async () => {
		const reference = await received();
		await takeRequest(council.as("ada"), await now(reference));
		await moveRequest(council.as("ada"), await now(reference), { to: "looked-at" });
		await moveRequest(council.as("ada"), await now(reference), { to: "second-look" });
		assert.equal((await row(reference)).officer_id, null);
		assert.equal(code(await takeRequest(council.as("ada"), await now(reference))), "different-officer");
		assert.equal(
			code(await assignRequest(council.as("bob"), await now(reference), council.officers.ada)),
			"different-officer",
		);
		assert.equal(
			code(await closeRequest(council.as("ada"), await now(reference), { outcome: "done" })),
			"different-officer",
		);
		assert.equal(code(await takeRequest(council.as("bob"), await now(reference))), "done");
	});

	it("is assigned within its team, and handed to another with a reason", async () => {
		const reference = await received({ blocks: "yes", email: "zoe@example.org" });
		const assign = async (officer: string | null) =>
			code(await assignRequest(council.as("bob"), await now(reference), officer));
		assert.equal(await assign(council.officers.ada), "not-in-team");
		assert.equal(await assign(council.officers.bob), "done");
		const over = async (team: string, reason: string) =>
			code(await handOverRequest(council.as("bob"), await now(reference), { team, reason }));
		assert.equal(await over("roads", "x"), "same-team");
		assert.equal(await over("nobody", "x"), "team-needed");
		assert.equal(await over("trees", " "), "reason-needed");
		assert.equal(await over("trees", "It is a tree"), "done");
		const { team_id, officer_id } = await row(reference);
		assert.deepEqual([team_id, officer_id], ["trees", null]);
		assert.equal(await assign(council.officers.ada), "done");
	});

	it("runs each clock once until it is reopened, and is due by the first to run out", async () => {
		const reference = await received();
		await moveRequest(council.as("ada", later(0, 1)), await now(reference), { to: "looked-at" });
		assert.equal((await row(reference)).due_at?.toISOString(), "2026-03-03T23:59:59.000Z");
		await moveRequest(council.as("ada", later(1)), await now(reference), { to: "ordered" });
		assert.equal((await row(reference)).due_at?.toISOString(), "2026-03-05T23:59:59.000Z");
		await moveRequest(council.as("ada", later(2)), await now(reference), { to: "cleared" });
		assert.equal((await row(reference)).due_at, null);
		assert.equal(
			code(await sayNotFixed(council.resident(later(3)), reference, "Half of it is still here", [])),
			"done",
		);
		const again = await row(reference);
		assert.deepEqual(
			[again.stage, again.due_at?.toISOString(), again.news_at],
			["new", "2026-03-10T23:59:59.000Z", later(3)],
		);
		assert.deepEqual(
			(await clocks(reference)).map(({ clock, run }) => `${clock} ${run}`),
			["clear 1", "tell 1", "clear 2"],
		);
	});

	it("is reopened while that is promised, and not after", async () => {
		const reference = await received();
		assert.equal(code(await sayNotFixed(council.resident(), reference, "Slow", [])), "nothing-to-reopen");
		await closeRequest(council.as("ada"), await now(reference), { outcome: "done" });
		assert.equal(
			code(await reopenRequest(council.as("ada", later(29)), await now(reference), "x")),
			"too-late-to-reopen",
		);
		assert.equal(code(await reopenRequest(council.as("ada", later(28)), await now(reference), " ")), "reason-needed");
		assert.equal(code(await reopenRequest(council.as("ada", later(28)), await now(reference), "Not done")), "done");
		const { closed_at, outcome, public_stage } = await row(reference);
		assert.deepEqual([closed_at, outcome, public_stage], [null, null, "received"]);
	});

	it("shows that the customer said more until an officer does something", async () => {
		const reference = await received();
		const add = (text: string) => addInformation(council.resident(later(1)), reference, { text, files: [] });
		assert.equal(code(await add("")), "nothing-added");
		assert.equal(code(await add("It is an oak")), "done");
		assert.deepEqual((await row(reference)).news_at, later(1));
		await takeRequest(council.as("ada"), await now(reference));
		assert.equal((await row(reference)).news_at, null);
		await closeRequest(council.as("ada"), await now(reference), { outcome: "done" });
		assert.equal(code(await add("Thanks")), "not-open");
	});
});
