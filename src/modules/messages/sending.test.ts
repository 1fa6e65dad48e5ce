import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { customerById, customerFor } from "../customers/index.ts";
import { type ToSend, sendMessage } from "./actions.ts";
import { ann, type MessagesHouse, openMessagesHouse } from "./testing.ts";
import { sweepMessages } from "./delivery.ts";
import { findUnsure, sendJob } from "./jobs.ts";
import { Bounced, type Email, emailPort, Later, type Text, textPort } from "./port.ts";
import { messageById } from "./queries.ts";

const link = "https://front.example/track/abc";

describe("sending a message", () => {
	let open: MessagesHouse;
	let carried: (Email | Text)[] = [];
	let answer: () => Promise<{ carrierId: string }> = async () => ({ carrierId: "c1" });
	before(async () => {
		open = await openMessagesHouse();
		const take = (message: Email | Text) => {
			carried.push(message);
			return answer();
		};
		emailPort.put(open.house, { name: "watched", send: take });
		textPort.put(open.house, { name: "watched", send: take });
	});
	after(() => open.database.close());

	let occasions = 0;
	const toSend = (to: ToSend["to"], occasion = `occasion ${++occasions}`): ToSend => ({
		template: "request-received",
		variables: { reference: "SR-2345-6789", service: "Fly-tipping", link },
		to,
		about: { kind: "request", id: "r1", name: "SR-2345-6789" },
		occasion,
	});
	const write = async (to: ToSend["to"], occasion?: string) => {
		const ctx = open.at("2026-03-02T10:00:00Z");
		return open.database.db.transaction().execute((tx) => sendMessage(tx, ctx, toSend(to, occasion)));
	};
	const run = async (id: string, time = "2026-03-02T10:00:01Z") => {
		carried = [];
		await sendJob.run(open.at(time), { id });
		return carried.length;
	};
	const written = async (to: ToSend["to"]) => (await write(to)) ?? assert.fail("nothing was written");
	const stateOf = async (id: string) => (await messageById(open.database.db, ann, id))?.status;
	const jobs = async () => {
		const { rows } = await sql<{ n: number }>`select count(*)::int as n from graphile_worker.jobs
			where task_identifier = ${sendJob.name}`.execute(open.database.db);
		return rows[0]?.n;
	};
	const jo = { name: "Jo Bloggs", email: "jo@example.org" };

	it("fills nobody's mailbox for someone who gives their address again and again", async () => {
		const stranger = { name: "", email: "stranger@example.org" };
		const last: string[] = [];
		const cases = ["stranger@example.org", "Stranger@example.org", "STRANGER@example.org"];
		for (let n = 0; n < 31; n++) last.push(await written({ ...stranger, email: cases[n % 3] ?? "" }));
		assert.deepEqual([await stateOf(last[29] ?? ""), await stateOf(last[30] ?? "")], ["waiting", "failed"]);
		const message = await messageById(open.database.db, ann, last[30] ?? "");
		assert.match(message?.problem ?? "", /30 messages within an hour/);
		const nextHour = await sendMessage(open.database.db, open.at("2026-03-02T11:00:01Z"), toSend(stranger));
		assert.equal(await stateOf(nextHour ?? ""), "waiting");
	});

	it("keeps no warning from the council's own people, however many went before", async () => {
		const team = { name: "Out of hours", email: "duty@council.example" };
		for (let n = 0; n < 30; n++) await written(team);
		const stopped = await written(team);
		const own = { ...toSend(team), toOurselves: true };
		const warning = await sendMessage(open.database.db, open.at("2026-03-02T10:00:00Z"), own);
		assert.deepEqual([await stateOf(stopped), await stateOf(warning ?? "")], ["failed", "waiting"]);
	});

	it("carries no advertisement in place of a name, and names as they are", async () => {
		for (const [name, carries] of [
			["Win at https://prize.example now", ""],
			["Siân O’Neil-Łoś", "Siân O’Neil-Łoś"],
		] as const) {
			await run(await written({ name, email: "named@example.org" }));
			assert.equal(carried[0]?.to.name, carries);
			assert.doesNotMatch(JSON.stringify(carried), /prize/);
		}
	});

	it("forgets the token of a link once it was sent, and the message after its days", async () => {
		const token = "abcdefghijklmnopqrstuvwxyz0123456789_-ABCDE";
		const opens = `https://front.example/continue/${token}`;
		const saved = { ...toSend(jo), template: "draft-saved", variables: { link: opens }, keptDays: 28 };
		const id = (await sendMessage(open.database.db, open.at("2026-03-02T10:00:00Z"), saved)) ?? "";
		await run(id);
		assert.ok(carried[0]?.text.includes(opens), "its reader has it");
		const kept = await messageById(open.database.db, ann, id);
		assert.equal(kept?.status, "sent");
		assert.ok(!kept.body.includes(token) && kept.body.includes("https://front.example/continue/…"));
		const other = await written(jo);
		await sweepMessages(open.at("2026-03-30T09:00:00Z"));
		assert.equal(await stateOf(id), "sent");
		await sweepMessages(open.at("2026-03-30T11:00:00Z"));
		assert.deepEqual([await stateOf(id), await stateOf(other)], [undefined, "waiting"]);
	});

	it("adds its job in the same transaction, and neither when that is undone", async () => {
		const before = (await jobs()) ?? 0;
		await written(jo);
		assert.equal(await jobs(), before + 1);
		const ctx = open.at("2026-03-02T10:00:00Z");
		const undone = open.database.db.transaction().execute(async (tx) => {
			await sendMessage(tx, ctx, toSend(jo));
			throw new Error("undone");
		});
		await assert.rejects(undone, /undone/);
		assert.equal(await jobs(), before + 1);
	});

	it("happens once for an occasion, whoever asks twice", async () => {
		const ids = await Promise.all(["the same", "the same", "the same"].map((occasion) => write(jo, occasion)));
		assert.equal(ids.filter((id) => id !== null).length, 1);
	});

	it("gives the carrier text and HTML, and keeps who carried it", async () => {
		const id = await written(jo);
		assert.equal(await run(id), 1);
		const [message] = carried;
		assert.ok(message && "html" in message && message.html.includes(link) && message.text.includes(link));
		const kept = await messageById(open.database.db, ann, id);
		assert.deepEqual([kept?.status, kept?.carrier, kept?.carrierId], ["sent", "watched", "c1"]);
		assert.equal(kept?.body, message.text);
		assert.equal(await run(id), 0, "a job that runs twice sends once");
	});

	it("waits when the carrier asks to, and is sent once in the end", async () => {
		const id = await written(jo);
		answer = () => Promise.reject(new Later("451 greylisted"));
		await assert.rejects(run(id), /451/);
		assert.equal(await stateOf(id), "waiting");
		answer = async () => ({ carrierId: "c2" });
		assert.equal(await run(id), 1);
		assert.equal(await stateOf(id), "sent");
	});

	it("fails for all to see after its last try", async () => {
		const id = await written(jo);
		answer = () => Promise.reject(new Later("the server is away"));
		for (let i = 1; i < 12; i++) await assert.rejects(run(id));
		await run(id);
		const kept = await messageById(open.database.db, ann, id);
		assert.deepEqual([kept?.status, kept?.attempts, kept?.problem], ["failed", 12, "the server is away"]);
		answer = async () => ({ carrierId: "c3" });
	});

	it("is unsure when nobody knows whether it went, and is not sent again by itself", async () => {
		const id = await written(jo);
		answer = () => Promise.reject(new Error("the line went dead"));
		await run(id);
		assert.equal(await stateOf(id), "unsure");
		answer = async () => ({ carrierId: "c4" });
		assert.equal(await run(id), 0);
	});

	it("is unsure when the worker died while sending, and is not sent again by itself", async () => {
		const id = await written(jo);
		await sql`update messages.message set status = 'sending', attempts = 1, tried_at = ${"2026-03-02T10:00:00Z"}
			where id = ${id}`.execute(open.database.db);
		assert.equal(await run(id, "2026-03-02T10:05:00Z"), 0);
		await findUnsure(open.at("2026-03-02T10:05:00Z"));
		assert.equal(await stateOf(id), "sending", "it may still be under way");
		await findUnsure(open.at("2026-03-02T10:20:00Z"));
		assert.equal(await stateOf(id), "unsure");
		assert.equal(await run(id, "2026-03-02T10:21:00Z"), 0);
	});

	it("to an address that brings mail back happens no more: a text goes instead, or the desk is told", async () => {
		const { db } = open.database;
		const who = { name: "Gone Away", email: "gone@example.org" };
		const customerId = await customerFor(db, open.at("2026-03-02T10:00:00Z"), who);
		const id = await written({ ...who, customerId });
		answer = () => Promise.reject(new Bounced("550 no such user"));
		await run(id);
		answer = async () => ({ carrierId: "c5" });
		assert.equal(await stateOf(id), "bounced");
		assert.notEqual((await customerById(db, customerId ?? ""))?.emailBouncedAt, null);
		const text = await messageById(db, ann, await written({ ...who, phone: "07700 900123" }));
		assert.deepEqual([text?.channel, text?.status], ["text", "waiting"]);
		const stuck = await messageById(db, ann, await written(who));
		assert.equal(stuck?.status, "failed");
		assert.match(stuck?.problem ?? "", /comes back/);
	});

	it("to someone who left nothing makes no message", async () => {
		assert.equal(await write({ name: "Jo" }), null);
	});
});
