import assert from "node:assert/strict";
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import sharp from "sharp";
import type { Permission } from "../../../platform/auth/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { diskStore, intakeSlot } from "../../../platform/files/index.ts";
import type { Answer, Upload } from "../../../platform/http/index.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import { moveRequest } from "../actions/move.ts";
import { submitRequest } from "../actions/submit.ts";
import { deskRoutes } from "../desk.routes.ts";
import { requestByReference } from "../queries/request.ts";
import { type Council, monday, openCouncil, visitTo } from "../testing.ts";

describe("files that an officer is asked for", () => {
	let council: Council;
	let folder: string;
	let photo: Buffer;
	before(async () => {
		council = await openCouncil();
		folder = mkdtempSync(join(tmpdir(), "desk-"));
		const store = diskStore(join(folder, "store"));
		intakeSlot.put(council.house, { store, scanner: { scan: async () => ({ verdict: "clean" }) }, spool: folder });
		photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: "green" } })
			.jpeg()
			.toBuffer();
	});
	after(async () => {
		await council.close();
		rmSync(folder, { recursive: true, force: true });
	});

	const upload = (field: string, name: string, bytes: Uint8Array): Upload => {
		const path = join(folder, name);
		writeFileSync(path, bytes);
		return { field, name, path, bytes: bytes.length, tooBig: false, open: () => createReadStream(path) };
	};
	const visited = async () => {
		const sent = { service: council.hedges, answers: { blocks: "no" }, channel: "web" } as const;
		const { reference } = await submitRequest(council.resident(), sent);
		await moveRequest(council.as("bob"), { reference, revision: 1 }, { to: "visited" });
		return reference;
	};
	const read = async (reference: string) =>
		(await requestByReference(council.db, council.as("bob").actor, reference)) ?? assert.fail();
	const ask = async (ctx: OfficerContext, method: string, path: string, raw: object): Promise<Answer> => {
		const route = deskRoutes.find((one) => one.method === method && one.path === path) ?? assert.fail(path);
		return route.run(ctx, { params: {}, query: {}, form: {}, files: [], visit: visitTo("/desk"), ...raw });
	};
	const shown = (answer: Answer) => (answer.kind === "page" ? answer.main.text : assert.fail(`a ${answer.kind}`));
	const boxes = (page: string, name: string) =>
		[...page.matchAll(new RegExp(`name="${name}" value="([^"]+)"`, "g"))].map(([, token = ""]) => token);
	const move = (reference: string, raw: object) =>
		ask(council.as("ada"), "POST", "/desk/requests/:reference/moves", { params: { reference }, ...raw });
	const form = { revision: "2", to: "checked", asked: "checked", message: "All cut" };
	const on = { day: "2", month: "3", year: "2026" };

	it("stay on the form while it is not saved, with a small picture, and are kept with the step", async () => {
		const reference = await visited();
		const chosen = shown(await move(reference, { form }));
		assert.ok(chosen.includes('enctype="multipart/form-data"') && chosen.includes('name="asks-proof"'));
		const cut = upload("asks-proof", "cut.jpg", photo);
		const added = await move(reference, { query: { stay: "yes" }, form, files: [cut] });
		assert.ok(added.kind === "page" && added.status === 200);
		const page = shown(added);
		assert.ok(page.includes("cut.jpg") && page.includes("All cut") && !page.includes("There is a problem"));
		const [token = ""] = boxes(page, "kept-proof");
		const small = await ask(council.as("ada"), "GET", "/desk/requests/:reference/form-files/:question/:token", {
			params: { reference, question: "proof", token },
		});
		assert.ok(small.kind === "body" && small.type === "image/jpeg");
		const wrong = shown(await move(reference, { form: { ...form, "kept-proof": token } }));
		assert.ok(wrong.includes("Enter the day") && wrong.includes("cut.jpg"), "what was added is still there");
		const done = await move(reference, { form: { ...form, "kept-proof": token, "asks-on": on } });
		assert.equal(done.kind, "redirect");
		const { entries, photos } = await read(reference);
		assert.deepEqual(
			photos.map(({ name, entryId, addedBy }) => [name, entryId === entries.at(-1)?.id, addedBy]),
			[["cut.jpg", true, "officer"]],
		);
		const request = shown(await ask(council.as("ada"), "GET", "/desk/requests/:reference", { params: { reference } }));
		assert.ok(request.includes("cut.jpg"));
	});

	it("are of the kinds and as many as the question takes, can be taken away, and are nobody else's", async () => {
		const reference = await visited();
		const script = upload("asks-proof", "evil.pdf", Buffer.from("<script>"));
		const refused = await move(reference, { form: { ...form, "asks-on": on }, files: [script] });
		assert.ok(refused.kind === "page" && refused.status === 422 && shown(refused).includes("“evil.pdf” is not one"));
		const three = ["a.jpg", "b.jpg", "c.jpg"].map((name) => upload("asks-proof", name, photo));
		const many = shown(await move(reference, { query: { stay: "yes" }, form, files: three }));
		assert.ok(many.includes("You can add up to 2 files") && many.includes("b.jpg") && !many.includes("c.jpg"));
		const [one = "", two = ""] = boxes(many, "kept-proof");
		const query = { remove: one.split(".")[0] };
		const less = shown(await move(reference, { query, form: { ...form, "kept-proof": [one, two] } }));
		assert.deepEqual(boxes(less, "kept-proof"), [two]);
		const forged = [`${two.split(".")[0]}.${"x".repeat(43)}`, { fileId: two }, "", "%"];
		const none = shown(await move(reference, { query: { stay: "yes" }, form: { ...form, "kept-proof": forged } }));
		assert.deepEqual(boxes(none, "kept-proof"), []);
		const params = { reference, question: "proof", token: two };
		const other = ask(council.as("bob"), "GET", "/desk/requests/:reference/form-files/:question/:token", { params });
		await assert.rejects(other, NotFound, "another officer's page has another code");
	});

	it("come with a task too, and where the question is sealed only whoever may read it sees them", async () => {
		const reference = await visited();
		const task = (await read(reference)).tasks.find((one) => one.task === "visit")?.id ?? assert.fail();
		const garden = upload("asks-garden", "garden.jpg", photo);
		const done = await ask(council.as("ada"), "POST", "/desk/requests/:reference/tasks/:task/completion", {
			params: { reference, task },
			form: { "asks-metres": "3" },
			files: [garden],
		});
		assert.equal(done.kind, "redirect");
		const open = async (permissions: Permission[]) =>
			shown(
				await ask(council.as("ada", monday, permissions), "GET", "/desk/requests/:reference", {
					params: { reference },
				}),
			);
		assert.ok(!(await open(["requests.read"])).includes("garden.jpg"));
		assert.ok((await open(["requests.read", "requests.read-sealed"])).includes("garden.jpg"));
	});
});
