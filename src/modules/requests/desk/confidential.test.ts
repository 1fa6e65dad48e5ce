import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { after, before, describe, it } from "node:test";
import { v7 as newId } from "uuid";
import { type Context, type OfficerContext, systemContext } from "../../../platform/context/index.ts";
import { diskStore, intakeSlot } from "../../../platform/files/index.ts";
import type { Answer } from "../../../platform/http/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { applyClientUpdate } from "../actions/clientUpdate.ts";
import { handOverRequest } from "../actions/handOver.ts";
import { addNote } from "../actions/note.ts";
import { submitRequest } from "../actions/submit.ts";
import { takeRequest } from "../actions/take.ts";
import { deskRoutes } from "../desk.routes.ts";
import { requestReceived } from "../events.ts";
import { requestByReference } from "../queries/request.ts";
import { giveTask, setTaskAside } from "../tasks/actions.ts";
import { requestListeners } from "../hears/index.ts";
import { trackByReference } from "../queries/track.ts";
import { mayUpdate } from "../open/requests.ts";
import { type Council, monday, openCouncil, visitTo } from "../testing.ts";

/** Ada is of the trees' team alone; Bob is of the roads' too. */
describe("a request of a confidential service", () => {
	let council: Council;
	const folder = mkdtempSync(join(tmpdir(), "frontdoor-confidential-"));
	const store = diskStore(join(folder, "store"));
	before(async () => {
		council = await openCouncil();
		intakeSlot.put(council.house, { store, scanner: { scan: async () => ({ verdict: "clean" }) }, spool: folder });
	});
	after(async () => {
		await council.close();
		rmSync(folder, { recursive: true, force: true });
	});

	const zoe = { name: "Zoë", email: "zoe@example.org" };
	/** To the roads' team. */
	const complain = (ctx: Context = council.resident(), more: { client?: { id: string }; files?: string[] } = {}) =>
		submitRequest(ctx, {
			service: council.complaints,
			answers: { blocks: "yes", more: "Ada was rude", where: { postcode: "TS5 4AA" }, ...zoe },
			channel: "web",
			...more,
		});
	const uploaded = async () => {
		const id = newId();
		const key = id.replaceAll("-", "");
		await store.put(key, Buffer.from("a picture"), "image/jpeg");
		const file = { id, store_key: key, name: "desk.jpg", media_type: "image/jpeg", bytes: 9, sha256: Buffer.alloc(32) };
		await council.db
			.insertInto("files.file")
			.values({ ...file, uploaded_at: monday })
			.execute();
		return id;
	};
	const ask = async (
		ctx: OfficerContext,
		path: string,
		raw: { params?: unknown; query?: unknown; form?: unknown } = {},
		method = "GET",
	): Promise<Answer> => {
		const route = deskRoutes.find((one) => one.method === method && one.path === path) ?? assert.fail(path);
		return route.run(ctx, { params: {}, query: {}, form: {}, files: [], visit: visitTo("/desk"), ...raw });
	};
	const shown = (answer: Answer) => (answer.kind === "page" ? answer.main.text : assert.fail(`a ${answer.kind}`));
	const open = async (ctx: OfficerContext, reference: string) =>
		shown(await ask(ctx, "/desk/requests/:reference", { params: { reference } }));
	const mayReadAll = () => council.as("ada", monday, ["requests.read", "requests.read-confidential"]);

	it("stands in the lists, and is found, only for its team and for officers who may read all that is confidential", async () => {
		const { reference } = await complain();
		for (const query of [{}, { q: reference }, { q: "rude" }, { q: "Zoë" }, { q: zoe.email }, { q: "TS5 4AA" }]) {
			const found = async (ctx: OfficerContext) => shown(await ask(ctx, "/desk/requests", { query }));
			const link = `href="/desk/requests/${reference}"`;
			assert.ok(!(await found(council.as("ada"))).includes(link), JSON.stringify(query));
			assert.ok((await found(council.as("bob"))).includes(link), JSON.stringify(query));
			assert.ok((await found(mayReadAll())).includes(link), JSON.stringify(query));
		}
	});

	it("is not a team lead's who leads another team, and its sealed answers are those of whoever leads its own", async () => {
		const { reference } = await submitRequest(council.resident(), {
			service: council.complaints,
			answers: { blocks: "yes", more: "Ada was rude", seen: "My neighbour saw it" },
			channel: "web",
		});
		const lead = (name: "ada" | "bob") => council.as(name, monday, ["requests.read", "requests.read-sealed"]);
		await assert.rejects(open(lead("ada"), reference), NotFound);
		assert.ok((await open(lead("bob"), reference)).includes("My neighbour saw it"));
		assert.ok(!(await open(council.as("bob"), reference)).includes("My neighbour saw it"));
		assert.ok(!(await open(mayReadAll(), reference)).includes("My neighbour saw it"));
		const governs = ["requests.read", "requests.read-sealed", "requests.read-confidential"] as const;
		assert.ok((await open(council.as("ada", monday, governs), reference)).includes("My neighbour saw it"));
	});

	it("has no page for anyone else, by its reference or its id, and its photos have none", async () => {
		const file = await uploaded();
		const { reference, id } = await complain(council.resident(), { files: [file] });
		const paths = deskRoutes.filter(({ method, path }) => method === "GET" && path.includes(":reference"));
		assert.equal(paths.length, 21);
		for (const { path } of paths) {
			const params = { reference, file, asking: id, task: id, opinion: id, question: "proof", token: "x" };
			await assert.rejects(ask(council.as("ada"), path, { params }), NotFound, path);
		}
		const photo = { params: { reference, file } };
		const answer = await ask(council.as("bob"), "/desk/requests/:reference/photos/:file", photo);
		assert.ok(answer.kind === "body" && answer.body instanceof Readable);
		assert.equal(await text(answer.body), "a picture");
		await assert.rejects(open(council.as("ada"), id), NotFound);
		assert.ok((await open(council.as("bob"), reference)).includes("Ada was rude"));
		assert.ok((await open(mayReadAll(), reference)).includes("only the team that has it"));
	});

	it("is worked by nobody else, and nothing of what they tried is kept", async () => {
		const { reference, id } = await complain();
		const seen = { reference, revision: 1 };
		const ada = council.as("ada");
		await assert.rejects(takeRequest(ada, seen), NotFound);
		await assert.rejects(addNote(ada, reference, "I was not"), NotFound);
		await assert.rejects(handOverRequest(ada, seen, { team: "trees", reason: "Mine" }), NotFound);
		await assert.rejects(
			ask(
				ada,
				"/desk/requests/:reference/notes",
				{ params: { reference }, form: { note: "x", revision: "1" } },
				"POST",
			),
			NotFound,
		);
		const { rows } = await council.pool.query("select kind from requests.entry where request_id = $1", [id]);
		assert.deepEqual(rows, [{ kind: "received" }]);
		assert.ok(!isRefusal(await takeRequest(council.as("bob"), seen)));
	});

	it("goes out of one team's sight and into the other's when it is handed over", async () => {
		const { reference } = await submitRequest(council.resident(), {
			service: council.complaints,
			answers: { blocks: "no", more: "The crew was late" },
			channel: "web",
		});
		assert.ok((await open(council.as("ada"), reference)).includes("The crew was late"));
		const done = await ask(
			council.as("ada"),
			"/desk/requests/:reference/hand-overs",
			{ params: { reference }, form: { revision: "1", team: "roads", reason: "It is about us" } },
			"POST",
		);
		assert.deepEqual(done.kind === "redirect" && done.to, "/desk/requests");
		await assert.rejects(open(council.as("ada"), reference), NotFound);
		assert.ok((await open(council.as("bob"), reference)).includes("It is about us"));
		assert.ok(
			!isRefusal(
				await handOverRequest(council.as("bob"), { reference, revision: 2 }, { team: "trees", reason: "Ours" }),
			),
		);
		assert.ok((await open(council.as("ada"), reference)).includes("The crew was late"));
	});

	it("is its team's of old again only for as long as they have a task to do for it", async () => {
		const { reference } = await complain();
		await assert.rejects(open(council.as("ada"), reference), NotFound);
		assert.ok(!isRefusal(await giveTask(council.as("bob"), reference, "measure")));
		assert.ok((await open(council.as("ada"), reference)).includes("Ada was rude"));
		const listed = async (who: "ada" | "bob") => shown(await ask(council.as(who), "/desk/tasks")).includes(reference);
		assert.ok((await listed("ada")) && (await listed("bob")));
		const [task] = (await requestByReference(council.db, council.as("bob").actor, reference))?.tasks ?? [];
		await setTaskAside(council.as("ada"), { reference, id: task?.id ?? "" }, "Not a tree");
		await assert.rejects(open(council.as("ada"), reference), NotFound);
		assert.ok((await open(council.as("bob"), reference)).includes("Task set aside: Measure the tree"));
	});

	it("is not among what else its customer asked for, for others", async () => {
		const hidden = await complain();
		const tree = await submitRequest(council.resident(), {
			service: council.service,
			answers: { blocks: "no", ...zoe },
			channel: "web",
		});
		const may = ["requests.read", "customers.read"] as const;
		assert.ok(!(await open(council.as("ada", monday, may), tree.reference)).includes(hidden.reference));
		assert.ok((await open(council.as("bob", monday, may), tree.reference)).includes(hidden.reference));
	});

	it("has messages that stand on its page for its team, and in the list for nobody but those who read all that is confidential", async () => {
		const { reference, id } = await complain();
		const entry = await council.db
			.selectFrom("requests.entry")
			.select("id")
			.where("request_id", "=", id)
			.executeTakeFirstOrThrow();
		const listener = requestListeners.find((one) => one.event === requestReceived.name) ?? assert.fail();
		await listener.run(systemContext(council.house, "worker", monday), {
			requestId: id,
			reference,
			serviceId: council.complaints.id,
			entryId: entry.id,
			teamId: "roads",
			channel: "web",
			urgent: true,
		});
		const message = await council.db
			.selectFrom("messages.message_view")
			.select(["id", "subject", "confidential"])
			.where("about_id", "=", id)
			.executeTakeFirstOrThrow();
		assert.equal(message.confidential, true);
		const teamSees = await open(council.as("bob"), reference);
		assert.ok(teamSees.includes(message.subject ?? "-") && !teamSees.includes(`/desk/messages/${message.id}`));
		assert.ok((await open(mayReadAll(), reference)).includes(`/desk/messages/${message.id}`));
	});

	it("takes updates of the system that sent it, and of no other, not even a contractor's", async () => {
		const [own, other] = [newId(), newId()];
		for (const [turn, id] of [own, other].entries()) {
			const key = Buffer.alloc(32, turn);
			await council.db
				.insertInto("requests.client")
				.values({ id, name: `System ${turn}`, key_hash: key, works: true, created_at: monday })
				.execute();
		}
		const as = (id: string): Context => ({ ...council.resident(), actor: { kind: "client", id, name: "A system" } });
		const { reference } = await complain(as(own), { client: { id: own } });
		const update = (id: string) =>
			applyClientUpdate(as(id), {
				client: { id, works: true },
				reference,
				updateId: "1",
				description: "More",
				files: [],
			});
		assert.equal(await mayUpdate(council.db, { id: other, works: true }, reference), false);
		await assert.rejects(update(other), NotFound);
		assert.equal(await mayUpdate(council.db, { id: own, works: true }, reference), true);
		assert.ok(!isRefusal(await update(own)));
	});

	it("is its customer's to follow by their own link, as any other is", async () => {
		const { reference, link } = await complain();
		assert.equal(await trackByReference(council.db, council.house, reference, zoe.email), link);
	});
});
