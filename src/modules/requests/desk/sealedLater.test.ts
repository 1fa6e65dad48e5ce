import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { v7 as newId } from "uuid";
import type { OfficerContext } from "../../../platform/context/index.ts";
import type { Answer } from "../../../platform/http/index.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import { submitRequest } from "../actions/submit.ts";
import { answerQuestion, holdAnswers } from "../asking/answer.ts";
import { askQuestion } from "../asking/ask.ts";
import { deskRoutes } from "../desk.routes.ts";
import { requestByReference } from "../queries/request.ts";
import { type Council, monday, openCouncil, visitTo } from "../testing.ts";

describe("what is sealed of an answer that was asked for later", () => {
	let council: Council;
	before(async () => {
		council = await openCouncil();
	});
	after(() => council.close());

	const reads = () => council.as("ada", monday, ["requests.read", "requests.work", "requests.read-sealed"]);
	const at = async (ctx: OfficerContext, method: string, path: string, params: object, form = {}): Promise<Answer> => {
		const route = deskRoutes.find((one) => one.method === method && one.path === path) ?? assert.fail(path);
		return route.run(ctx, { params, query: {}, form, files: [], visit: visitTo("/desk") });
	};
	const shown = (answer: Answer) => (answer.kind === "page" ? answer.main.text : assert.fail(`a ${answer.kind}`));
	const asked = async () => {
		const sent = { service: council.service, answers: { blocks: "no" }, channel: "web" } as const;
		const { reference } = await submitRequest(council.resident(), sent);
		const set = { set: "which-tree", question: "", days: "" };
		await askQuestion(council.as("ada"), { reference, revision: 1 }, set);
		const request = await requestByReference(council.db, council.as("ada").actor, reference);
		return { reference, asking: request?.askings[0]?.id ?? assert.fail() };
	};
	const stored = async (name: string) => {
		const id = newId();
		await council.pool.query(
			`insert into files.file (id, store_key, name, media_type, bytes, sha256, uploaded_at)
				values ($1, $2, $3, 'image/jpeg', 9, '\\x00', $4)`,
			[id, id, name, monday],
		);
		return { fileId: id, name };
	};

	it("is seen of its photos by whoever may read it alone, on the page and by their address", async () => {
		const { reference, asking } = await asked();
		const [thief, leaf] = [await stored("thief.jpg"), await stored("leaf.jpg")];
		await answerQuestion(council.resident(), reference, asking, { kind: "elm", caught: [thief], leaf: [leaf] });
		const open = async (ctx: OfficerContext) => shown(await at(ctx, "GET", "/desk/requests/:reference", { reference }));
		const plain = await open(council.as("ada"));
		assert.ok(plain.includes(leaf.fileId) && !plain.includes(thief.fileId) && !plain.includes("thief.jpg"));
		assert.ok((await open(reads())).includes(thief.fileId));
		const photo = { reference, file: thief.fileId };
		await assert.rejects(at(council.as("ada"), "GET", "/desk/requests/:reference/photos/:file", photo), NotFound);
	});

	it("is not shown to whoever writes the answer down before it is sent, and is kept all the same", async () => {
		const { reference, asking } = await asked();
		await holdAnswers(council.resident(), asking, { kind: "elm", planter: "The mayor" });
		const path = "/desk/requests/:reference/questions/:asking/answers";
		const page = async (ctx: OfficerContext) => shown(await at(ctx, "GET", path, { reference, asking }));
		const plain = await page(council.as("ada"));
		assert.ok(plain.includes('value="elm"') && !plain.includes("The mayor"));
		assert.ok((await page(reads())).includes("The mayor"));
		assert.equal((await at(council.as("ada"), "POST", path, { reference, asking }, { kind: "ash" })).kind, "redirect");
		const request = await requestByReference(council.db, council.as("ada").actor, reference);
		assert.deepEqual(request?.askings[0]?.held, { kind: "ash", planter: "The mayor" });
	});
});
