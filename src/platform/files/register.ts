/** The register of stored files: what each is, and whether anything still needs it. */
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { type RawBuilder, sql } from "kysely";
import { v7 as newId } from "uuid";
import { type Context, defineSlot, type House } from "../context/index.ts";
import type { Handle } from "../db/connect.ts";
import { isRefusal, type Outcome } from "../refusal/index.ts";
import { type FileLimits, type FileRefusal, forget, type Intake, receive } from "./receive.ts";

/** Where uploads are kept and what looks at them, put in place at start-up. */
export const intakeSlot = defineSlot<Intake>("uploads");

export type KeptFile = {
	id: string;
	name: string;
	mediaType: string;
	bytes: number;
	width: number | null;
	height: number | null;
	storeKey: string;
	thumbnailKey: string | null;
};

/** Takes an upload in and registers it. Until a statement of what needs it says `keeping`, it is swept away after a month. */
export async function registerUpload(
	ctx: Context,
	upload: { name: string; path: string },
	limits: FileLimits & { sender?: Buffer },
): Promise<Outcome<KeptFile, FileRefusal>> {
	const intake = intakeSlot.of(ctx.house);
	const stored = await receive({ name: upload.name, stream: createReadStream(upload.path) }, intake, limits);
	if (isRefusal(stored)) return stored;
	const file = {
		id: newId(),
		name: stored.name,
		mediaType: stored.mediaType,
		bytes: stored.bytes,
		width: stored.width ?? null,
		height: stored.height ?? null,
		storeKey: stored.key,
		thumbnailKey: stored.thumbnailKey ?? null,
	};
	try {
		await ctx.house.db
			.insertInto("files.file")
			.values({
				id: file.id,
				store_key: file.storeKey,
				thumbnail_key: file.thumbnailKey,
				name: file.name,
				media_type: file.mediaType,
				bytes: file.bytes,
				sha256: stored.sha256,
				width: file.width,
				height: file.height,
				uploaded_at: ctx.now,
				sender: limits.sender ?? null,
			})
			.execute();
	} catch (error) {
		await forget(intake.store, stored).catch(() => undefined);
		throw error;
	}
	return file;
}

/**
 * A part of a statement: keeps those of these uploads that nothing keeps yet, if the part named `by` has a row. Gives their `id`.
 */
export function keeping(ctx: Context, ids: readonly string[], by: string): RawBuilder<{ id: string }> {
	return sql`update files.file set kept_at = ${ctx.now} where id = any(${ids}::uuid[]) and kept_at is null
		and exists (select from ${sql.ref(by)}) returning id`;
}

/** The files of these ids that are registered, in the order asked for. */
export async function filesById(db: Handle, ids: readonly string[]): Promise<KeptFile[]> {
	if (ids.length === 0) return [];
	const rows = await db
		.selectFrom("files.file")
		.select(["id", "name", "media_type", "bytes", "width", "height", "store_key", "thumbnail_key"])
		.where("id", "in", ids)
		.execute();
	const found = new Map(rows.map((row) => [row.id, row]));
	return ids.flatMap((id) => {
		const row = found.get(id);
		if (!row) return [];
		const { media_type: mediaType, store_key: storeKey, thumbnail_key: thumbnailKey, ...rest } = row;
		return [{ ...rest, mediaType, storeKey, thumbnailKey }];
	});
}

/** The bytes of a file or of its thumbnail; undefined when the store has lost them. */
export function openFile(house: House, file: KeptFile, size: "whole" | "thumbnail"): Promise<Readable | undefined> {
	const key = size === "thumbnail" ? (file.thumbnailKey ?? file.storeKey) : file.storeKey;
	return intakeSlot.of(house).store.get(key);
}

const unkeptDays = 29;

/** Removes uploads that nothing kept within a month, all of them: whoever sent thousands must not keep the disk full. */
export async function sweepUploads(ctx: Context): Promise<number> {
	let removed = 0;
	for (;;) {
		const some = await sweepSome(ctx);
		if (some === 0) return removed;
		removed += some;
	}
}

/** Bytes first, so that a failure leaves a row to try again by. Answers how many rows are gone. */
async function sweepSome(ctx: Context): Promise<number> {
	const before = new Date(ctx.now.getTime() - unkeptDays * 86_400_000);
	const { db } = ctx.house;
	const rows = await db
		.selectFrom("files.file")
		.select(["id", "store_key", "thumbnail_key"])
		.where("kept_at", "is", null)
		.where("uploaded_at", "<", before)
		.limit(500)
		.execute();
	let removed = 0;
	for (const row of rows) {
		await forget(intakeSlot.of(ctx.house).store, { key: row.store_key, thumbnailKey: row.thumbnail_key });
		const { numDeletedRows } = await db
			.deleteFrom("files.file")
			.where("id", "=", row.id)
			.where("kept_at", "is", null)
			.executeTakeFirstOrThrow();
		removed += Number(numDeletedRows);
	}
	return removed;
}
