/** Files on the council's own disk, in folders of at most 256, each written whole or not at all. */

import { constants, createReadStream } from "node:fs";
import { access, copyFile, mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { checkedKey, type FileStore, newKey } from "./store.ts";

export function diskStore(folder: string): FileStore {
	const pathOf = (key: string) => join(folder, checkedKey(key).slice(0, 2), key.slice(2, 4), key);
	return {
		async put(key, body) {
			const path = pathOf(key);
			// Beside its last place, so that renaming never crosses a file system.
			const arriving = `${path}.${newKey()}`;
			await mkdir(dirname(path), { recursive: true, mode: 0o700 });
			try {
				if (body instanceof Uint8Array) await writeFile(arriving, body, { mode: 0o600, flag: "wx" });
				else await copyFile(body.path, arriving, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
				await keptOnDisk(arriving);
				await rename(arriving, path);
				await keptOnDisk(dirname(path));
			} finally {
				await rm(arriving, { force: true });
			}
		},
		async get(key) {
			const path = pathOf(key);
			try {
				await access(path);
			} catch (error) {
				if (isMissing(error)) return undefined;
				throw error;
			}
			return Readable.from(bytesOf(path), { objectMode: false });
		},
		async remove(key) {
			await rm(pathOf(key), { force: true });
		},
	};
}

/** Opens the file when it is first read: a browser that went away before that leaves nothing open. */
async function* bytesOf(path: string): AsyncGenerator<Buffer> {
	yield* createReadStream(path);
}

/** Returns when the disk has it, so that a power cut after a promise does not take the evidence. */
async function keptOnDisk(path: string): Promise<void> {
	const file = await open(path, "r");
	try {
		await file.sync();
	} finally {
		await file.close();
	}
}

function isMissing(error: unknown): boolean {
	return error instanceof Error && "code" in error && error.code === "ENOENT";
}
