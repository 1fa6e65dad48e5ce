/** An upload on its way in: written to a private temporary file as it arrives, never held whole in memory. */

import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

/** What arrives: a request's file part, or any stream of bytes. `truncated` is how a multipart reader says it cut the file. */
export type Incoming = AsyncIterable<Uint8Array> & { readonly truncated?: boolean };

/** `bytes` is how many came; of a file past the limit only the limit was kept. */
export type Spooled = { path: string; bytes: number; tooBig: boolean };

/**
 * Writes the stream to a new file in `folder`, runs `use`, and removes the file whatever happens. A stream past the limit is
 * read to its end without being kept, because a multipart reader left half-read would hold up the fields after it.
 */
export async function spooled<T>(
	stream: Incoming,
	{ folder, maxBytes }: { folder: string; maxBytes: number },
	use: (file: Spooled) => Promise<T>,
): Promise<T> {
	const path = join(folder, `upload-${randomUUID()}`);
	try {
		let bytes = 0;
		const within = async function* (chunks: AsyncIterable<Uint8Array>) {
			for await (const chunk of chunks) {
				bytes += chunk.byteLength;
				if (bytes <= maxBytes) yield chunk;
			}
		};
		// It listens to the stream at once: a sender who hangs up before the file is open must not stop the process.
		await pipeline(stream, within, createWriteStream(path, { flags: "wx", mode: 0o600 }));
		return await use({ path, bytes, tooBig: bytes > maxBytes || stream.truncated === true });
	} finally {
		await rm(path, { force: true });
	}
}

export async function sha256Of(path: string): Promise<Buffer> {
	const hash = createHash("sha256");
	const bytes: AsyncIterable<Buffer> = createReadStream(path);
	for await (const chunk of bytes) hash.update(chunk);
	return hash.digest();
}
