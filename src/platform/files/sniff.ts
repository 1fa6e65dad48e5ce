/** What kind a file is, from its bytes. The name it came with and the type its sender claimed are not asked. */

import { createReadStream } from "node:fs";
import { type FileKind, kinds } from "./kinds.ts";

/** The kind, or undefined for everything that is not on the list. */
export async function sniff(path: string): Promise<FileKind | undefined> {
	// Some 100 formats are known to it, so it is loaded when the first file comes.
	const { fileTypeFromFile } = await import("file-type");
	const found = await fileTypeFromFile(path).catch(() => undefined);
	if (found === undefined) return (await isPlainText(path)) ? "text" : undefined;
	return kindOf(found.mime);
}

function kindOf(mediaType: string): FileKind | undefined {
	for (const kind of Object.keys(kinds)) {
		if (isKind(kind) && kinds[kind].mediaType === mediaType) return kind;
	}
	return undefined;
}

function isKind(text: string): text is FileKind {
	return Object.hasOwn(kinds, text);
}

// Escape stays: some programs write their notes with it.
const neverInText = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/;

/** UTF-8 throughout, without control characters, and not the beginning of markup. */
async function isPlainText(path: string): Promise<boolean> {
	const utf8 = new TextDecoder("utf-8", { fatal: true });
	let started = false;
	try {
		const chunks: AsyncIterable<Uint8Array> = createReadStream(path);
		for await (const chunk of chunks) {
			const text = utf8.decode(chunk, { stream: true });
			if (neverInText.test(text)) return false;
			const first: string = started ? "" : text.trimStart();
			if (first.startsWith("<")) return false;
			started ||= first !== "";
		}
		utf8.decode();
	} catch (error) {
		if (error instanceof TypeError) return false;
		throw error;
	}
	return started;
}
