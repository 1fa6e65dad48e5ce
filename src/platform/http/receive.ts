/** Multipart forms: fields checked like any form's, files streamed to a folder of this request alone. */
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { MultipartFile } from "@fastify/multipart";
import type { FastifyReply, FastifyRequest } from "fastify";
import { parseForm, plainText } from "./parse.ts";
import type { Takes } from "./route.ts";
import { TurnedAway } from "./turnedAway.ts";
import type { Upload } from "./upload.ts";

export const formBytes = 1_048_576;

/** Where the files go until the answer is sent, and whether they may. */
export type Receiving = {
	readonly folder: string;
	readonly takes: Takes;
	readonly refuses: (fields: Readonly<Record<string, unknown>>) => Promise<string | undefined>;
};

/**
 * Reads the whole form into `request.body` and `request.uploads`. A file that is too big is cut and flagged, so that the page
 * can say which one it was. Throws `TurnedAway` when there are too many files or fields, when the form breaks off, or when the
 * route takes no files from this sender: then what they send is not read on.
 */
export async function receiveForm(request: FastifyRequest, reply: FastifyReply, receiving: Receiving): Promise<void> {
	if (!request.isMultipart()) return;
	try {
		await receive(request, reply, receiving, await folderFor(receiving.folder, request, reply));
	} catch (error) {
		throw brokenOff(error) ? new TurnedAway(400, { problem: "The form broke off or is malformed." }) : error;
	}
}

/** The parser's own complaints carry no code; the network's and the sender's hanging up say that a stream ended too soon. */
function brokenOff(error: unknown): boolean {
	if (!(error instanceof Error) || error instanceof TurnedAway) return false;
	return !("code" in error) || (typeof error.code === "string" && error.code.startsWith("ERR_STREAM"));
}

async function receive(
	request: FastifyRequest,
	reply: FastifyReply,
	{ takes, refuses }: Receiving,
	folder: string,
): Promise<void> {
	const fields: string[] = [];
	const uploads: Upload[] = [];
	let bytes = 0;
	let admitted = false;
	const parts = request.parts({
		// Browsers send an empty file for a picker that was left alone, so a few more than `most` may come.
		limits: { fileSize: takes.bytes, files: takes.most + 5, fields: 500, fieldSize: formBytes, fieldNameSize: 200 },
	});
	for await (const part of parts) {
		if (part.type === "file") {
			const because = admitted ? undefined : await refuses(parseForm(fields.join("&")));
			if (because !== undefined) {
				reply.header("connection", "close");
				throw new TurnedAway(403, { problem: because });
			}
			admitted = true;
			const upload = await keep(part, folder, uploads.length);
			if (upload) uploads.push(upload);
			if (uploads.length > takes.most)
				throw new TurnedAway(413, { problem: `More than ${takes.most} files were sent.` });
			continue;
		}
		const value = typeof part.value === "string" ? part.value : "";
		bytes += Buffer.byteLength(value);
		if (bytes > formBytes || part.valueTruncated) throw new TurnedAway(413, { problem: "The text is too long." });
		fields.push(`${encodeURIComponent(part.fieldname)}=${encodeURIComponent(value.toWellFormed())}`);
	}
	request.body = parseForm(fields.join("&"));
	request.uploads = uploads;
}

async function keep(part: MultipartFile, folder: string, position: number): Promise<Upload | undefined> {
	const path = join(folder, String(position));
	await pipeline(part.file, createWriteStream(path));
	const { size } = await stat(path);
	const name = plainText(part.filename ?? "").slice(0, 255);
	if (size === 0 && name === "") return undefined;
	return {
		field: plainText(part.fieldname),
		name,
		path,
		bytes: size,
		tooBig: part.file.truncated,
		open: () => createReadStream(path),
	};
}

/** Gone once the answer is sent or the sender has hung up, and the handler, which may be reading from it, is done. */
async function folderFor(uploadsFolder: string, request: FastifyRequest, reply: FastifyReply): Promise<string> {
	const folder = await mkdtemp(join(uploadsFolder, "form-"));
	const remove = () => {
		const done = request.handling ?? Promise.resolve();
		done
			.then(none, none)
			.then(() => rm(folder, { recursive: true, force: true }))
			.catch((error: unknown) => request.log.error({ err: error }, "uploads not removed"));
	};
	if (reply.raw.destroyed) remove();
	else reply.raw.once("close", remove);
	return folder;
}

function none(): void {}
