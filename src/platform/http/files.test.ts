import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { connect as connectSocket } from "node:net";
import { after, before, test } from "node:test";
import { type TestServer } from "./testing.ts";
import { formOpened, openTrial, type Trial } from "./trial.ts";

let trial: Trial;
let server: TestServer;

before(async () => {
	trial = await openTrial();
	server = trial.server;
});
after(() => trial.close());

test("photos come with the form, a too large one is flagged, and nothing stays behind", async () => {
	const response = await sendFiles(
		[
			["bin.jpg", 900],
			["huge.jpg", 5000],
		],
		{ "where[street]": "Linthorpe Road\u0000" },
	);
	assert.equal(response.status, 200);
	const { form: fields, files } = await response.json();
	assert.deepEqual(fields.where, { street: "Linthorpe Road" });
	assert.deepEqual(files, [
		{ field: "photo", name: "bin.jpg", bytes: 900, tooBig: false, there: true },
		{ field: "photo", name: "huge.jpg", bytes: 1000, tooBig: true, there: true },
	]);
	await gone(() => uploadFolders() > 0);
});

test("too many files, a form that breaks off, and a missing token are refused and leave nothing", async () => {
	assert.equal(
		(
			await sendFiles([
				["a", 1],
				["b", 1],
				["c", 1],
			])
		).status,
		413,
	);
	assert.equal((await sendFiles(Array.from({ length: 40 }, () => ["a", 1]))).status, 413);
	const { cookie } = await formOpened(server);
	const headers = { cookie, "content-type": "multipart/form-data; boundary=edge" };
	const cut = await server.ask("/photos", {
		method: "POST",
		headers,
		body: '--edge\r\ncontent-disposition: form-data; name="a"\r\n\r\nhalf',
	});
	assert.equal(cut.status, 400);
	const bad = await server.ask("/photos", {
		method: "POST",
		headers: { ...headers, "content-type": "multipart/form-data" },
		body: "x",
	});
	assert.ok(bad.status === 400 || bad.status === 415, String(bad.status));
	const whole = '--edge\r\ncontent-disposition: form-data; name="a"\r\n\r\nx\r\n--edge--\r\n';
	assert.equal((await server.ask("/photos", { method: "POST", headers, body: whole })).status, 403);
	await gone(() => uploadFolders() > 0);
});

test("a sender who hangs up in the middle of a photo leaves nothing behind", async () => {
	const socket = connectSocket(Number(new URL(server.url).port), "127.0.0.1");
	const head =
		"POST /photos HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=edge\r\nContent-Length: 100000\r\n\r\n" +
		'--edge\r\ncontent-disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n' +
		"x".repeat(500);
	await new Promise<void>((done) => socket.write(head, () => done()));
	await until(() => uploadFolders() > 0);
	socket.destroy();
	await gone(() => uploadFolders() > 0);
	assert.equal((await server.ask("/")).status, 200);
});

async function sendFiles(files: [name: string, bytes: number][], fields: Record<string, string> = {}) {
	const { token, cookie } = await formOpened(server);
	const data = new FormData();
	data.set("_csrf", token);
	for (const [name, value] of Object.entries(fields)) data.append(name, value);
	for (const [name, bytes] of files) data.append("photo", new Blob([new Uint8Array(bytes)]), name);
	return server.ask("/photos", { method: "POST", body: data, headers: { cookie } });
}

function uploadFolders(): number {
	return readdirSync(server.uploadsFolder).length;
}

async function until(holds: () => boolean): Promise<void> {
	const deadline = Date.now() + 5_000;
	while (!holds()) {
		assert.ok(Date.now() < deadline, "waited for 5 seconds");
		await new Promise((next) => setImmediate(next));
	}
}

const gone = (there: () => boolean) => until(() => !there());
