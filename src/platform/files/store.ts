/** Where files are kept. A port: the disk here, S3 as a connector. */

import { randomBytes } from "node:crypto";
import type { Readable } from "node:stream";

/** `put` replaces nothing (keys are new), and has kept the file when it returns. `get` gives undefined for a key it has not. */
export type FileStore = {
	put(key: string, body: { path: string } | Uint8Array, mediaType: string): Promise<void>;
	get(key: string): Promise<Readable | undefined>;
	remove(key: string): Promise<void>;
};

/** 128 random bits in hex: an address nobody guesses, and a name any store takes. */
export function newKey(): string {
	return randomBytes(16).toString("hex");
}

/** Throws RangeError for anything but such a key, so that no key ever climbs out of its folder. */
export function checkedKey(key: string): string {
	if (!/^[0-9a-f]{32}$/.test(key)) throw new RangeError("This is not a key of a stored file.");
	return key;
}
