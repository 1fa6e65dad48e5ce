/** Taking a file in: streamed to disk, limited, its type read from its bytes, scanned, pictures drawn anew, and stored. */

import { createHash } from "node:crypto";
import { isRefusal, type Outcome, refuse } from "../refusal/index.ts";
import { drawAnew } from "./images.ts";
import { type FileKind, kinds } from "./kinds.ts";
import { cleanName } from "./names.ts";
import type { Scanner } from "./scanner.ts";
import { sniff } from "./sniff.ts";
import { type Incoming, sha256Of, type Spooled, spooled } from "./spool.ts";
import { type FileStore, newKey } from "./store.ts";

/** Where a file goes on its way in: `spool` is a folder for what has not been checked yet. */
export type Intake = { store: FileStore; scanner: Scanner; spool: string };

/** `maxBytes` of one file as it arrives. How many files there may be is the caller's to count. */
export type FileLimits = { maxBytes: number; accept: readonly FileKind[] };

/** A file that was stored. `bytes`, `sha256` and the size in pixels are of what is stored, not of what was sent. */
export type StoredFile = {
	key: string;
	thumbnailKey?: string;
	mediaType: string;
	bytes: number;
	sha256: Buffer;
	width?: number;
	height?: number;
	name: string;
};

/**
 * `too-big`: more bytes or pixels than are taken. `empty`: no bytes. `type-not-allowed`: not on the list by its bytes.
 * `not-readable`: a picture that cannot be drawn. `virus-found`. `scanner-away`: nobody looked, so try again later.
 */
export type FileRefusal = "too-big" | "empty" | "type-not-allowed" | "not-readable" | "virus-found" | "scanner-away";

/**
 * Takes one file in. Throws only when the stream breaks or the store fails, and then nothing is left behind.
 * When the row that should name the file is not written after all, call `forget`.
 */
export function receive(
	upload: { name: string; stream: Incoming },
	intake: Intake,
	limits: FileLimits,
): Promise<Outcome<StoredFile, FileRefusal>> {
	const spool = { folder: intake.spool, maxBytes: limits.maxBytes };
	return spooled(upload.stream, spool, async (file): Promise<Outcome<StoredFile, FileRefusal>> => {
		const kind = await checked(file, intake.scanner, limits);
		if (isRefusal(kind)) return kind;
		if (kinds[kind].image) return storePicture(file.path, upload.name, intake.store);
		return storeDocument(file, upload.name, kind, intake.store);
	});
}

/** Removes a file and its thumbnail from the store. Safe to run twice. */
export async function forget(store: FileStore, file: { key: string; thumbnailKey?: string | null }): Promise<void> {
	await store.remove(file.key);
	if (file.thumbnailKey) await store.remove(file.thumbnailKey);
}

async function checked(
	file: Spooled,
	scanner: Scanner,
	{ accept, maxBytes }: FileLimits,
): Promise<Outcome<FileKind, FileRefusal>> {
	if (file.tooBig) return refuse("too-big", { maxBytes });
	if (file.bytes === 0) return refuse("empty");
	const kind = await sniff(file.path);
	if (kind === undefined || !accept.includes(kind)) return refuse("type-not-allowed", { kind });
	// Before anything of ours opens it: a decoder is what a hostile picture is made for.
	const found = await scanner.scan(file.path);
	if (found.verdict === "away") return refuse("scanner-away", { why: found.why });
	if (found.verdict === "found") return refuse("virus-found", { virus: found.virus });
	return kind;
}

async function storePicture(
	path: string,
	name: string,
	store: FileStore,
): Promise<Outcome<StoredFile, "too-big" | "not-readable">> {
	const picture = await drawAnew(path);
	if (isRefusal(picture)) return picture;
	const { kind, body, width, height, thumbnail } = picture;
	const { mediaType } = kinds[kind];
	const key = newKey();
	const thumbnailKey = newKey();
	const sha256 = createHash("sha256").update(body).digest();
	try {
		await store.put(key, body, mediaType);
		await store.put(thumbnailKey, thumbnail, mediaType);
	} catch (error) {
		await forget(store, { key, thumbnailKey }).catch(() => undefined);
		throw error;
	}
	return { key, thumbnailKey, mediaType, bytes: body.byteLength, sha256, width, height, name: cleanName(name, kind) };
}

async function storeDocument(file: Spooled, name: string, kind: FileKind, store: FileStore): Promise<StoredFile> {
	const key = newKey();
	const { mediaType } = kinds[kind];
	const sha256 = await sha256Of(file.path);
	try {
		await store.put(key, { path: file.path }, mediaType);
	} catch (error) {
		await forget(store, { key }).catch(() => undefined);
		throw error;
	}
	return { key, mediaType, bytes: file.bytes, sha256, name: cleanName(name, kind) };
}
