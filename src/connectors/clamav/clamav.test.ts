import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { clamavScanner } from "./index.ts";

const root = await mkdtemp(join(tmpdir(), "clamav-"));
after(() => rm(root, { recursive: true }));

async function fileOf(bytes: string | Uint8Array): Promise<string> {
	const path = join(root, "file");
	await writeFile(path, bytes);
	return path;
}

/** A peer that speaks clamd's side of INSTREAM: reads pieces to the end, or to its own limit, then answers once. */
async function daemon(answer: (file: Buffer) => string, limit = 10_000_000): Promise<Server & AsyncDisposable> {
	const server = createServer((socket) => {
		let seen = Buffer.alloc(0);
		socket.on("error", () => socket.destroy());
		socket.on("data", (bytes) => {
			seen = Buffer.concat([seen, bytes]);
			const file = streamed(seen, limit);
			if (file === "more") return;
			socket.end(file === "too large" ? "INSTREAM size limit exceeded. ERROR\0" : `stream: ${answer(file)}\0`);
		});
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	return server;
}

function streamed(seen: Buffer, limit: number): Buffer | "more" | "too large" {
	const command = "zINSTREAM\0";
	if (seen.length < command.length) return "more";
	assert.equal(seen.subarray(0, command.length).toString(), command);
	const pieces: Buffer[] = [];
	let read = 0;
	for (let at = command.length; at + 4 <= seen.length; ) {
		const length = seen.readUInt32BE(at);
		if (length === 0) return Buffer.concat(pieces);
		pieces.push(seen.subarray(at + 4, at + 4 + length));
		read += length;
		if (read > limit) return "too large";
		at += 4 + length;
	}
	return "more";
}

function portOf(server: Server): number {
	const address = server.address();
	return address && typeof address === "object" ? address.port : assert.fail("the peer is not listening");
}

const scannerFor = (server: Server, patience = 2000) =>
	clamavScanner({ host: "127.0.0.1", port: portOf(server), patience });

test("the daemon is sent every byte, and its word is taken", async () => {
	const sent = Buffer.alloc(300_000, "council ");
	const same = (file: Buffer) => (file.equals(sent) ? "OK" : "Changed.On.The.Way FOUND");
	await using server = await daemon(same);
	assert.deepEqual(await scannerFor(server).scan(await fileOf(sent)), { verdict: "clean" });
	assert.deepEqual(await scannerFor(server).scan(await fileOf("other")), {
		verdict: "found",
		virus: "Changed.On.The.Way",
	});
	assert.equal((await scannerFor(server).scan(await fileOf(""))).verdict, "found");
});

test("a file past the daemon's own limit was not scanned", async () => {
	await using server = await daemon(() => "OK", 1000);
	const verdict = await scannerFor(server).scan(await fileOf(Buffer.alloc(8_000_000)));
	assert.equal(verdict.verdict, "away");
});

test("a daemon that is not there, hangs up, says nothing or something else is away, and nothing waits for ever", async () => {
	const path = await fileOf("hello");
	const closed = createServer().listen(0, "127.0.0.1");
	await once(closed, "listening");
	const nobody = scannerFor(closed);
	closed.close();
	assert.equal((await nobody.scan(path)).verdict, "away");

	const behaviours: ((socket: Socket) => void)[] = [
		(socket) => socket.end(),
		() => undefined,
		(socket) => socket.end("stream: Can't allocate memory ERROR\0"),
		(socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"),
		(socket) => socket.write("x".repeat(5000)),
	];
	for (const behave of behaviours) {
		await using server = createServer((socket) => {
			socket.on("error", () => socket.destroy()).resume();
			behave(socket);
		}).listen(0, "127.0.0.1");
		await once(server, "listening");
		assert.equal((await scannerFor(server, 100).scan(path)).verdict, "away", behave.toString());
	}
});

test("a file that is gone is not called clean", async () => {
	await using server = await daemon(() => "OK");
	assert.equal((await scannerFor(server).scan(join(root, "gone"))).verdict, "away");
});
