import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { oneThread, type Place } from "../../../platform/thread/index.ts";
import { closeRequest } from "../actions/close.ts";
import { addNote } from "../actions/note.ts";
import { reopenRequest } from "../actions/reopen.ts";
import { submitRequest } from "../actions/submit.ts";
import { takeRequest } from "../actions/take.ts";
import { requestByReference } from "../queries/request.ts";
import { type Council, monday, openCouncil } from "../testing.ts";
import { askedFor } from "./asked.ts";
import { timelineOf } from "./thread.ts";

/** Ada is of the trees' team alone; Bob is of the roads' too, to whom what blocks a road goes. */
describe("what a customer asked for", () => {
	let council: Council;
	let customerId: string;
	const zoe = { name: "Zoë Ward", email: "zoe@example.org" };
	let tree: string;
	let rude: string;
	const later = (minutes: number) => new Date(monday.getTime() + minutes * 60_000);
	before(async () => {
		council = await openCouncil();
		const made = await submitRequest(council.resident(), {
			service: council.service,
			answers: { blocks: "no", more: "It lies on the grass", ...zoe },
			channel: "phone",
		});
		tree = made.reference;
		const complaint = await submitRequest(council.resident(later(1)), {
			service: council.complaints,
			answers: { blocks: "yes", more: "Ada was rude", ...zoe },
			channel: "web",
		});
		rude = complaint.reference;
		const request = await requestByReference(council.db, council.as("bob").actor, tree);
		customerId = request?.customerId ?? assert.fail("nobody asked");
		for (let minute = 2; minute < 12; minute++)
			assert.ok(
				!isRefusal(
					await addNote(council.as("ada", later(Math.floor(minute / 2))), tree, `Looked ${minute} times, 100% sure`),
				),
			);
	});
	after(() => council.close());
	const lines = (who: "ada" | "bob", asked = {}) => timelineOf(council.as(who), [customerId], { limit: 100, ...asked });

	it("stands on one thread, the latest first, with who did it and the way to it", async () => {
		const thread = await lines("ada");
		assert.equal(thread.length, 11);
		assert.deepEqual(
			thread.toSorted((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1)),
			thread,
		);
		const first = thread.at(-1);
		assert.equal(first?.kind, "request");
		assert.equal(first?.title, "Request: Fallen tree");
		assert.match(thread[0]?.href ?? "", new RegExp(`^/desk/requests/${tree}#entry-`));
		assert.deepEqual([thread[0]?.kind, thread[0]?.by, thread[0]?.words], ["note", "you", "Looked 11 times, 100% sure"]);
	});

	it("is narrowed by kind and by words, which may hold any sign", async () => {
		assert.equal((await lines("ada", { kinds: ["request"] })).length, 1);
		assert.equal((await lines("ada", { kinds: ["nothing-of-ours"] })).length, 0);
		assert.equal((await lines("ada", { words: ["looked", "7 times"] })).length, 1);
		assert.equal((await lines("ada", { words: ["100%"] })).length, 10);
		assert.equal((await lines("ada", { words: ["_"] })).length, 0);
	});

	it("is read page by page, and nothing is twice or left out where several things happened at one moment", async () => {
		const whole = (await lines("ada")).map(({ id }) => id);
		for (const limit of [1, 2, 3, 7]) {
			const read: string[] = [];
			let before: Place | undefined;
			do {
				const page = oneThread([await lines("ada", { limit: limit + 1, before })], limit);
				read.push(...page.lines.map(({ id }) => id));
				before = page.next;
			} while (before);
			assert.deepEqual(read, whole);
		}
	});

	it("says nothing of a confidential request to those who may not know of it", async () => {
		assert.ok(!JSON.stringify([await lines("ada"), await askedFor(council.as("ada"), [customerId])]).includes(rude));
		assert.ok(JSON.stringify(await lines("bob")).includes(rude));
		assert.equal((await askedFor(council.as("ada"), [customerId])).counts.requests, 1);
		assert.equal((await askedFor(council.as("bob"), [customerId])).counts.requests, 2);
	});

	it("shows what is still promised, what runs out first first, and what is overdue", async () => {
		const { open, counts, latest, first } = await askedFor(council.as("bob"), [customerId]);
		assert.deepEqual(
			open.map(({ reference }) => reference),
			[rude, tree],
		);
		assert.equal(open[0]?.words, "We aim to clear it within 4 hours");
		assert.deepEqual(counts, { requests: 2, reopened: 0, lately: 2, open: 2, overdue: 0 });
		assert.equal(latest?.reference, rude);
		assert.deepEqual(first, [{ customerId, channel: "phone" }]);
		const nextWeek = council.as("bob", later(7 * 24 * 60));
		assert.equal((await askedFor(nextWeek, [customerId])).counts.overdue, 2);
	});

	it("counts what had to be opened again", async () => {
		const bob = council.as("bob", later(60));
		const revision = async () => (await requestByReference(council.db, bob.actor, tree))?.revision ?? 0;
		assert.ok(!isRefusal(await takeRequest(bob, { reference: tree, revision: await revision() })));
		const closing = { outcome: "done", message: "It is gone." };
		assert.ok(!isRefusal(await closeRequest(bob, { reference: tree, revision: await revision() }, closing)));
		assert.equal((await askedFor(bob, [customerId])).counts.open, 1);
		assert.ok(
			!isRefusal(await reopenRequest(bob, { reference: tree, revision: await revision() }, "It is still there")),
		);
		assert.equal((await askedFor(bob, [customerId])).counts.reopened, 1);
	});

	it("is nothing for nobody", async () => {
		assert.deepEqual(await timelineOf(council.as("bob"), [], { limit: 10 }), []);
		assert.deepEqual((await askedFor(council.as("bob"), [])).open, []);
	});
});
