import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { after, test } from "node:test";
import S3rver from "s3rver";
import { s3Store } from "./index.ts";

const root = await mkdtemp(join(tmpdir(), "s3-"));
const server = new S3rver({
	port: 0,
	address: "127.0.0.1",
	silent: true,
	directory: join(root, "buckets"),
	configureBuckets: [{ name: "council" }],
});
const { port } = await server.run();
after(async () => {
	await server.close();
	await rm(root, { recursive: true });
});

const settings = {
	region: "eu-west-2",
	endpoint: `http://127.0.0.1:${port}`,
	prefix: "files/",
	credentials: { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" },
};
const store = s3Store({ ...settings, bucket: "council" });
const key = "0123456789abcdef0123456789abcdef";

test("a file put in the bucket from disk or memory comes back the same, and can be removed twice", async () => {
	const path = join(root, "letter.pdf");
	const bytes = Buffer.alloc(200_000, "A letter. ");
	await writeFile(path, bytes);
	for (const body of [{ path }, bytes]) {
		await store.put(key, body, "application/pdf");
		const stored = await store.get(key);
		assert.ok(stored && (await buffer(stored)).equals(bytes));
		await store.remove(key);
		await store.remove(key);
		assert.equal(await store.get(key), undefined);
	}
});

test("a key that is not ours never reaches the bucket", async () => {
	await assert.rejects(store.get("../other/secret"), RangeError);
	await assert.rejects(store.put("", new Uint8Array(), "text/plain"), RangeError);
});

test("a bucket that is not there is a fault, not a missing file", async () => {
	const elsewhere = s3Store({ ...settings, bucket: "nowhere" });
	await assert.rejects(elsewhere.get(key), { name: "NoSuchBucket" });
	await assert.rejects(elsewhere.put(key, new Uint8Array([1]), "text/plain"), { name: "NoSuchBucket" });
});
