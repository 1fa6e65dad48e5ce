/**
 * Scans with ClamAV's daemon over TCP. Its INSTREAM command takes the file in pieces, each after its length in four bytes, big
 * end first, and a length of 0 at the end; it answers one line. Source: clamd(8).
 */

import { createReadStream } from "node:fs";
import { connect, type Socket } from "node:net";
import type { Scanner, Verdict } from "../../platform/files/index.ts";

/** `patience` is in milliseconds: how long the daemon may be silent before it counts as away. */
export type ClamavSettings = { host: string; port: number; patience?: number };

export function clamavScanner({ host, port, patience = 30_000 }: ClamavSettings): Scanner {
	return {
		scan: (path) =>
			new Promise((resolve) => {
				let answer = "";
				const socket = connect({ host, port });
				const done = (verdict: Verdict) => {
					socket.destroy();
					resolve(verdict);
				};
				const away = (why: string) => done({ verdict: "away", why });
				socket.setTimeout(patience, () => away(`no answer in ${patience} ms`));
				socket.setEncoding("utf8");
				socket.on("data", (text) => {
					answer += text;
					if (answer.includes("\0") || answer.length > 1000) done(read(answer));
				});
				// The daemon hangs up on a file past its own limit while we still write: what it said counts more than the broken pipe.
				socket.on("error", (error) => (answer ? done(read(answer)) : away(error.message)));
				socket.on("close", () => done(read(answer)));
				socket.once("connect", () => {
					send(socket, path).catch((error: unknown) => away(error instanceof Error ? error.message : String(error)));
				});
			}),
	};
}

async function send(socket: Socket, path: string): Promise<void> {
	socket.write("zINSTREAM\0");
	const bytes: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: 65_536 });
	for await (const chunk of bytes) {
		if (socket.destroyed) return;
		socket.write(lengthOf(chunk.length));
		if (!socket.write(chunk)) await drained(socket);
	}
	if (!socket.destroyed) socket.write(lengthOf(0));
}

function lengthOf(bytes: number): Buffer {
	const length = Buffer.alloc(4);
	length.writeUInt32BE(bytes);
	return length;
}

/** Goes on too when the daemon has hung up, or the file would stay open for good. */
function drained(socket: Socket): Promise<void> {
	return new Promise((resolve) => {
		const go = () => {
			socket.off("drain", go).off("close", go);
			resolve();
		};
		socket.on("drain", go).on("close", go);
	});
}

function read(answer: string): Verdict {
	const line = answer.replace(/\0.*$/s, "").trim();
	if (line === "stream: OK") return { verdict: "clean" };
	const virus = /^stream: (.+) FOUND$/.exec(line)?.[1];
	if (virus !== undefined) return { verdict: "found", virus };
	return { verdict: "away", why: line || "hung up without an answer" };
}
