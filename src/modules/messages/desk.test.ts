import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { type Permission, permissions } from "../../platform/auth/permissions.ts";
import type { OfficerContext } from "../../platform/context/index.ts";
import type { Answer, Visit } from "../../platform/http/index.ts";
import { Forbidden, NotFound } from "../../platform/refusal/index.ts";
import { sendMessage } from "./actions.ts";
import { messageRoute, messagesRoute, sendAgainRoute } from "./desk.routes.ts";
import { sendJob } from "./jobs.ts";
import { emailPort } from "./port.ts";
import { timelineOf } from "./thread.ts";
import { type MessagesHouse, openMessagesHouse } from "./testing.ts";

const visit: Visit = {
	url: "/",
	address: "127.0.0.1",
	agent: "",
	csrf: () => "token",
	cookie: () => undefined,
	setCookie: () => {},
};

describe("messages at the desk", () => {
	let open: MessagesHouse;
	before(async () => {
		open = await openMessagesHouse();
		const send = () => Promise.reject(new Error("the line went dead"));
		emailPort.put(open.house, { name: "watched", send });
	});
	after(() => open.database.close());

	const officer = (held: readonly Permission[] = permissions): OfficerContext => ({
		...open.at("2026-03-02T10:00:00Z"),
		actor: {
			kind: "officer",
			id: newId(),
			name: "Ann",
			email: "ann@x.example",
			teams: [],
			roles: [],
			permissions: new Set(held),
		},
	});
	const ask = async (route: typeof messagesRoute, params = {}, query = {}, ctx = officer()): Promise<Answer> =>
		route.run(ctx, { params, query, form: {}, files: [], visit });
	const shown = (answer: Answer) =>
		answer.kind === "page" ? answer.main.text : assert.fail(`it was a ${answer.kind}`);
	let people = 0;
	const write = async (confidential = false) => {
		const email = `jo${++people}@example.org`;
		const variables = {
			reference: "SR-2345-6789",
			service: "Pothole",
			link: "https://front.example/track/SR-2345-6789/aVeryGoodKey_0123456-x",
		};
		const to = { name: `<b>Jo ${people}</b>`, email };
		const toSend = {
			template: "request-received" as const,
			variables,
			to,
			about: { kind: "request", id: "r", name: "SR-2345-6789" },
			confidential,
			occasion: email,
		};
		return (
			(await sendMessage(open.database.db, open.at(`2026-03-01T10:00:${String(people).padStart(2, "0")}Z`), toSend)) ??
			assert.fail()
		);
	};

	it("are listed the latest first, page by page, and can be narrowed", async () => {
		const ids = [await write(), await write(), await write()];
		const list = shown(await ask(messagesRoute));
		const places = ids.map((id) => list.indexOf(id));
		assert.deepEqual(
			places,
			places.toSorted((a, b) => b - a),
		);
		assert.ok(!list.includes("<b>Jo"));
		const older = shown(await ask(messagesRoute, {}, { before: ids[1] }));
		assert.ok(older.includes(ids[0] ?? "-") && !older.includes(ids[1] ?? ""));
		assert.match(shown(await ask(messagesRoute, {}, { status: "failed" })), /No messages match/);
		assert.ok(shown(await ask(messagesRoute, {}, { status: "nonsense", before: "x" })).includes(ids[0] ?? "-"));
	});

	it("are shown in full, and each reading is in the ledger with its purpose", async () => {
		const id = await write();
		const whole = shown(await ask(messageRoute, { id }));
		assert.match(whole, /Your reference is SR-2345-6789/);
		assert.match(whole, /front\.example\/track\/SR-2345-6789\/…/);
		assert.doesNotMatch(whole, /VeryGoodKey/, "the key by which the customer is known is theirs alone");
		assert.match(whole, /href="\/desk\/requests\/SR-2345-6789"/);
		const entry = await open.database.db
			.selectFrom("audit.entry")
			.select(["actor_name", "purpose"])
			.where("subject_id", "=", id)
			.executeTakeFirst();
		assert.deepEqual(entry, { actor_name: "Ann", purpose: "to see what customers were sent" });
		await assert.rejects(ask(messageRoute, { id: newId() }), NotFound);
		await assert.rejects(ask(messageRoute, { id }, {}, officer(["requests.read"])), Forbidden);
	});

	it("stand on the thread of whoever got them, but for confidential ones, and no search finds out a key", async () => {
		const customerId = newId();
		await sql`insert into customers.customer (id, created_at, changed_at) values (${customerId}, now(), now())`.execute(
			open.database.db,
		);
		const [id, secret] = [await write(), await write(true)];
		await sql`update messages.message set customer_id = ${customerId} where id in (${id}, ${secret})`.execute(
			open.database.db,
		);
		const asked = (words: string[], ctx = officer(), more = {}) =>
			timelineOf(ctx, [customerId], { limit: 5, words, ...more });
		const [line, ...rest] = await asked(["pothole", "sr-2345"], officer(["messages.read"]));
		assert.deepEqual([line?.kind, line?.href, rest], ["message", `/desk/messages/${id}`, []]);
		assert.equal((await asked([])).length, 2);
		assert.deepEqual(await asked(["averygoodkey"]), []);
		assert.deepEqual(await asked([], officer(), { kinds: ["note"] }), []);
		assert.deepEqual(await asked([], officer(), { before: { at: line?.at ?? null, id: line?.id ?? "" } }), []);
	});

	it("never show the token by which somebody outside gives their opinion, and keep none once they are sent", async () => {
		const link = "https://front.example/opinions/aVeryGoodToken_0123456789-0123456789-012345";
		const variables = {
			reference: "SR-2345-6789",
			service: "Pothole",
			words: "What do you think?",
			until: "2 May",
			link,
		};
		const id =
			(await sendMessage(open.database.db, open.at("2026-03-01T11:00:00Z"), {
				template: "opinion-asked",
				variables,
				to: { name: "Pat Lee", email: "pat@water.example" },
				about: { kind: "request", id: "r", name: "SR-2345-6789" },
				occasion: "opinion:1",
			})) ?? assert.fail();
		const kept = () => open.database.db.selectFrom("messages.message").select("body").where("id", "=", id);
		assert.ok((await kept().executeTakeFirstOrThrow()).body.includes(link), "the carrier is given the whole of it");
		const whole = shown(await ask(messageRoute, { id }));
		assert.match(whole, /front\.example\/opinions\/…/);
		assert.doesNotMatch(whole, /VeryGoodToken/);
		const failing = emailPort.of(open.house);
		emailPort.put(open.house, { name: "watched", send: async () => ({ carrierId: "1" }) });
		await sendJob.run(open.at("2026-03-01T11:00:01Z"), { id });
		emailPort.put(open.house, failing);
		assert.doesNotMatch((await kept().executeTakeFirstOrThrow()).body, /VeryGoodToken/);
	});

	it("are sent again only when stuck, and only by someone who may", async () => {
		const id = await write();
		const where = async () => {
			const answer = await ask(sendAgainRoute, { id });
			return answer.kind === "redirect" ? answer.to : assert.fail();
		};
		assert.match(await where(), /refused=not-stuck/);
		await sendJob.run(open.at("2026-03-02T10:00:00Z"), { id });
		assert.match(shown(await ask(messageRoute, { id })), /Send again/);
		assert.doesNotMatch(shown(await ask(messageRoute, { id }, {}, officer(["messages.read"]))), /Send again/);
		assert.equal(await where(), `/desk/messages/${id}`);
		assert.match(shown(await ask(messageRoute, { id })), /Waiting/);
		await assert.rejects(ask(sendAgainRoute, { id }, {}, officer(["messages.read"])), Forbidden);
	});

	it("are found by no one who may not read what is sealed, when they are about a confidential request", async () => {
		const id = await write(true);
		const most = officer(["messages.read", "messages.retry"]);
		assert.ok(!shown(await ask(messagesRoute, {}, {}, most)).includes(id));
		await assert.rejects(ask(messageRoute, { id }, {}, most), NotFound);
		await assert.rejects(ask(sendAgainRoute, { id }, {}, most), NotFound);
		const all = officer(["messages.read", "requests.read-confidential"]);
		assert.ok(shown(await ask(messagesRoute, {}, {}, all)).includes(id));
		assert.match(shown(await ask(messageRoute, { id }, {}, all)), /Your reference is SR-2345-6789/);
	});
});
