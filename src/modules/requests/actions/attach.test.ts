import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { v7 as newId } from "uuid";
import { systemContext } from "../../../platform/context/index.ts";
import { diskStore, filesById, intakeSlot, sweepUploads } from "../../../platform/files/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { type Council, monday, openCouncil } from "../testing.ts";
import { addInformation } from "./addInformation.ts";
import { applyClientUpdate } from "./clientUpdate.ts";
import { closeRequest } from "./close.ts";
import { sayNotFixed } from "./reopen.ts";
import { submitRequest } from "./submit.ts";

describe("photos of a request", () => {
	let council: Council;
	const folder = mkdtempSync(join(tmpdir(), "frontdoor-photos-"));
	before(async () => {
		council = await openCouncil();
		const scanner = { scan: async () => ({ verdict: "clean" as const }) };
		intakeSlot.put(council.house, { store: diskStore(join(folder, "store")), scanner, spool: folder });
	});
	after(async () => {
		await council.close();
		rmSync(folder, { recursive: true, force: true });
	});

	const uploaded = async () => {
		const id = newId();
		await council.db
			.insertInto("files.file")
			.values({
				id,
				store_key: id.replaceAll("-", ""),
				name: "tree.jpg",
				media_type: "image/jpeg",
				bytes: 9,
				sha256: Buffer.alloc(32),
				uploaded_at: monday,
			})
			.execute();
		return id;
	};
	/** The uploads that are still there when the next two months have been swept. */
	const leftOf = async (...ids: string[]) => {
		for (const day of [30, 60]) {
			await sweepUploads(systemContext(council.house, "worker", new Date(monday.getTime() + day * 86_400_000)));
		}
		return (await filesById(council.db, ids)).map((file) => file.id);
	};
	const answers = { blocks: "no", email: "zoe@example.org" };
	const client = async () => {
		const id = newId();
		await council.db
			.insertInto("requests.client")
			.values({ id, name: "An app", key_hash: Buffer.from(id.replaceAll("-", "")), created_at: monday })
			.execute();
		return id;
	};

	it("are there for as long as it is, and an upload that went nowhere is not", async () => {
		const { service } = council;
		const [answered, beside, added, missed, updated, nowhere] = [
			await uploaded(),
			await uploaded(),
			await uploaded(),
			await uploaded(),
			await uploaded(),
			await uploaded(),
		];
		const photos = [{ fileId: answered, name: "tree.jpg" }];
		const submission = { service, answers: { ...answers, photos }, channel: "web" as const, files: [beside] };
		const { id, reference } = await submitRequest(council.resident(), submission);
		assert.ok(!isRefusal(await addInformation(council.resident(), reference, { text: "", files: [added] })));
		const app = { id: await client(), works: false };
		const update = { client: app, reference, updateId: "1", description: "Still there", files: [updated] };
		assert.ok(!isRefusal(await applyClientUpdate(council.resident(), update)));
		const { revision } = await council.db
			.selectFrom("requests.request")
			.select("revision")
			.where("id", "=", id)
			.executeTakeFirstOrThrow();
		const closing = { outcome: "done", message: "" };
		assert.ok(!isRefusal(await closeRequest(council.as("ada"), { reference, revision }, closing)));
		assert.ok(!isRefusal(await sayNotFixed(council.resident(), reference, "It lies there still", [missed])));
		const kept = [answered, beside, added, missed, updated];
		assert.deepEqual(await leftOf(...kept, nowhere), kept);
	});

	it("that another system sends a second time are not kept twice", async () => {
		const { service } = council;
		const [first, second] = [await uploaded(), await uploaded()];
		const sent = { service, answers, channel: "open311" as const, client: { id: await client(), reference: "A-1" } };
		await submitRequest(council.resident(), { ...sent, files: [first] });
		const again = await submitRequest(council.resident(), { ...sent, files: [second] });
		assert.equal(again.again, true);
		assert.deepEqual(await leftOf(first, second), [first]);
	});
});
