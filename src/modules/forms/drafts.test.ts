import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { systemContext } from "../../platform/context/index.ts";
import { cloneDatabase, type TestDatabase } from "../../platform/db/testing.ts";
import { isRefusal, refuse } from "../../platform/refusal/index.ts";
import { addFiles, removeFile, saveAnswers, startDraft, sweepDrafts, withDraftForSubmission } from "./actions.ts";
import { pageOf } from "./path.ts";
import { draftOf } from "./queries.ts";
import { treeForm } from "./testing.ts";

const browserHash = createHash("sha256").update("browser").digest();
const other = createHash("sha256").update("other").digest();
const monday = new Date("2026-06-01T09:00:00Z");

describe("A draft", () => {
	let database: TestDatabase;
	before(async () => {
		database = await cloneDatabase();
	});
	after(() => database.close());

	const at = (now: Date) => systemContext({ db: database.db }, "test", now);
	const begin = async () => {
		const draft = await startDraft(at(monday), { service: { id: "tree", version: 1 }, browserHash, channel: "web" });
		return { id: draft.id, browserHash };
	};
	const page = (id: string, answers = {}) => {
		const found = pageOf(treeForm, id, answers);
		assert.ok(found);
		return found;
	};

	it("belongs to the browser that began it", async () => {
		const key = await begin();
		assert.equal((await draftOf(at(monday), key))?.serviceId, "tree");
		assert.equal(await draftOf(at(monday), { ...key, browserHash: other }), undefined);
		assert.equal(await draftOf(at(monday), { ...key, id: "not-an-id" }), undefined);
	});

	it("keeps a page's answers, and drops those that a changed answer hides", async () => {
		const key = await begin();
		await saveAnswers(at(monday), key, treeForm, page("blocks"), { blocks: ["road"], height: 3 });
		await saveAnswers(at(monday), key, treeForm, page("lane", { blocks: ["road"] }), { lane: "near" });
		await saveAnswers(at(monday), key, treeForm, page("blocks"), { blocks: ["path"] });
		const draft = await draftOf(at(monday), key);
		assert.deepEqual(draft?.answers, { blocks: ["path"] });
		assert.deepEqual(draft?.seen, ["blocks", "lane"]);
		assert.deepEqual(draft?.removed, [{ question: "lane", because: ["blocks", "height"] }]);
	});

	it("forgets that an answer was dropped once the question is answered anew", async () => {
		const key = await begin();
		const road = { blocks: ["road"] };
		await saveAnswers(at(monday), key, treeForm, page("blocks"), road);
		await saveAnswers(at(monday), key, treeForm, page("lane", road), { lane: "near" });
		await saveAnswers(at(monday), key, treeForm, page("blocks"), { blocks: ["path"] });
		await saveAnswers(at(monday), key, treeForm, page("blocks"), road);
		assert.equal((await draftOf(at(monday), key))?.removed.length, 1);
		await saveAnswers(at(monday), key, treeForm, page("lane", road), { lane: "both" });
		assert.deepEqual((await draftOf(at(monday), key))?.removed, []);
	});

	it("holds photos up to the number there may be", async () => {
		const key = await begin();
		const photo = (n: number) => ({ fileId: `00000000-0000-7000-8000-00000000000${n}`, name: `${n}.jpg` });
		const question = { id: "photos", most: 3 };
		const added = await addFiles(at(monday), key, question, [1, 2, 3, 4].map(photo));
		assert.ok(!isRefusal(added));
		assert.equal(added.added, 3);
		await removeFile(at(monday), key, "photos", photo(2).fileId);
		assert.deepEqual((await draftOf(at(monday), key))?.answers, { photos: [photo(1), photo(3)] });
	});

	it("becomes one submission, however often it is sent at the same time", async () => {
		const key = await begin();
		let submissions = 0;
		const send = () =>
			withDraftForSubmission(at(monday), key, async () => {
				submissions++;
				return { reference: `REF-${submissions}`, link: `/track/${submissions}` };
			});
		const sent = await Promise.all([send(), send(), send()]);
		assert.equal(submissions, 1);
		assert.deepEqual(new Set(sent.map((one) => (isRefusal(one) ? "refused" : one.reference))), new Set(["REF-1"]));
		assert.equal(sent.filter((one) => !isRefusal(one) && !one.again).length, 1);
		const saved = await saveAnswers(at(monday), key, treeForm, page("more"), { more: "late" });
		assert.ok(isRefusal(saved) && saved.code === "sent");
		assert.deepEqual(saved.details, { reference: "REF-1" });
	});

	it("can be sent again when its submission was refused or failed", async () => {
		const key = await begin();
		const refused = await withDraftForSubmission(at(monday), key, async () => refuse("unanswered"));
		assert.ok(isRefusal(refused) && refused.code === "unanswered");
		const fails = withDraftForSubmission(at(monday), key, () => Promise.reject(new Error("away")));
		await assert.rejects(fails, /away/);
		const sent = await withDraftForSubmission(at(monday), key, async () => ({ reference: "REF-2", link: "/track/2" }));
		assert.deepEqual(sent, { reference: "REF-2", link: "/track/2", again: false });
	});

	it("is another browser's to neither save nor send", async () => {
		const key = { ...(await begin()), browserHash: other };
		const saved = await saveAnswers(at(monday), key, treeForm, page("more"), { more: "x" });
		assert.ok(isRefusal(saved) && saved.code === "gone");
		const sent = await withDraftForSubmission(at(monday), key, async () => ({ reference: "REF-3", link: "/track/3" }));
		assert.ok(isRefusal(sent) && sent.code === "gone");
	});

	it("is forgotten four weeks after its last change", async () => {
		const key = await begin();
		const later = new Date("2026-06-29T12:00:00Z");
		const tooLate = new Date("2026-06-30T00:30:00Z");
		await sweepDrafts(at(later));
		assert.ok(await draftOf(at(later), key));
		assert.equal(await draftOf(at(tooLate), key), undefined);
		await sweepDrafts(at(tooLate));
		assert.equal(await draftOf(at(later), key), undefined);
	});
});
