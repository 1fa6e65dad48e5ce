import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { after, test } from "node:test";
import { demoScanner } from "../../connectors/demo/scanner.ts";
import { isRefusal } from "../refusal/index.ts";
import { diskStore, forget, photosAndDocuments, receive, type Scanner } from "./index.ts";

const root = await mkdtemp(join(tmpdir(), "files-"));
after(() => rm(root, { recursive: true }));
const store = diskStore(join(root, "kept"));
const limits = { maxBytes: 100_000, accept: photosAndDocuments };

function take(name: string, bytes: string | Uint8Array, scanner: Scanner = demoScanner) {
	return receive({ name, stream: Readable.from([Buffer.from(bytes)]) }, { store, scanner, spool: root }, limits);
}

async function codeOf(...given: Parameters<typeof take>): Promise<string> {
	const outcome = await take(...given);
	return isRefusal(outcome) ? outcome.code : outcome.mediaType;
}

const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD", "-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

test("a document is stored byte for byte, named by what it is, readable only by the program, and can be forgotten", async () => {
	const bytes = "%PDF-1.7\nA letter.\n%%EOF\n";
	const file = await take("../../Letter to “Jo”.exe", bytes);
	assert.ok(!isRefusal(file));
	const stored = await store.get(file.key);
	assert.equal(stored && (await buffer(stored)).toString(), bytes);
	assert.deepEqual(file, {
		key: file.key,
		mediaType: "application/pdf",
		bytes: bytes.length,
		sha256: createHash("sha256").update(bytes).digest(),
		name: "Letter to “Jo”.exe.pdf",
	});
	const path = join(root, "kept", file.key.slice(0, 2), file.key.slice(2, 4), file.key);
	assert.equal((await stat(path)).mode & 0o777, 0o600);

	await forget(store, file);
	await forget(store, file);
	assert.equal(await store.get(file.key), undefined);
});

test("plain text is text throughout, and markup is never plain text", async () => {
	assert.equal(await codeOf("notes.txt", "Fly-tip at 5 < 6 o'clock\nnaïve café\n"), "text/plain");
	for (const markup of [
		"<!doctype html><p>hi",
		" \n\ufeff<svg onload=alert(1)>",
		"<script>alert(1)</script>",
		"<?php 1",
	]) {
		assert.equal(await codeOf("notes.txt", markup), "type-not-allowed", markup);
	}
	assert.equal(await codeOf("notes.txt", Buffer.from([0x68, 0x69, 0xff, 0xfe, 0x00])), "type-not-allowed");
	assert.equal(await codeOf("notes.txt", "hi\u0000there"), "type-not-allowed");
	assert.equal(await codeOf("notes.txt", Buffer.from("café").subarray(0, 4)), "type-not-allowed");
	assert.equal(await codeOf("notes.txt", " \n\t "), "type-not-allowed");
});

test("programs, archives and documents with macros are not taken", async () => {
	assert.equal(await codeOf("a.pdf", zip([["a.txt", "hello"]])), "type-not-allowed");
	assert.equal(
		await codeOf("a.docx", Buffer.from("MZ\u0090\u0000".padEnd(200, "\u0000"), "latin1")),
		"type-not-allowed",
	);
	assert.equal(await codeOf("a.docx", Buffer.from("D0CF11E0A1B11AE1".padEnd(1200, "0"), "hex")), "type-not-allowed");
	assert.equal(
		await codeOf("a.docx", zip([["[Content_Types].xml", types("vnd.ms-word.document.macroEnabled")]])),
		"type-not-allowed",
	);
});

test("office documents are told from other archives", async () => {
	const word = "vnd.openxmlformats-officedocument.wordprocessingml.document";
	const sheet = "vnd.openxmlformats-officedocument.spreadsheetml.sheet";
	assert.equal(await codeOf("a.zip", zip([["[Content_Types].xml", types(word)]])), `application/${word}`);
	assert.equal(await codeOf("a.zip", zip([["[Content_Types].xml", types(sheet)]])), `application/${sheet}`);
	const odt = "application/vnd.oasis.opendocument.text";
	assert.equal(await codeOf("a.zip", zip([["mimetype", odt]])), odt);
});

test("a virus is found wherever in the file it stands, and its name is told", async () => {
	for (const before of [0, 10, 65_500, 65_536]) {
		const outcome = await take("letter.txt", `${"a".repeat(before)}${eicar}`);
		assert.ok(isRefusal(outcome), `after ${before} bytes`);
		assert.equal(outcome.code, "virus-found");
		assert.deepEqual(outcome.details, { virus: "Eicar-Test-Signature" });
	}
});

test("while nobody can scan, nothing is taken in", async () => {
	const away: Scanner = { scan: async () => ({ verdict: "away", why: "connection refused" }) };
	assert.equal(await codeOf("letter.txt", "hello", away), "scanner-away");
});

test("the store takes no key that is not its own", async () => {
	for (const key of [
		"",
		"../../etc/passwd",
		"a".repeat(33),
		"A".repeat(32),
		`${"a".repeat(31)}/`,
		`${"a".repeat(32)}\n`,
	]) {
		await assert.rejects(store.get(key), RangeError);
		await assert.rejects(store.put(key, new Uint8Array(), "text/plain"), RangeError);
		await assert.rejects(store.remove(key), RangeError);
	}
	assert.equal(await store.get("0".repeat(32)), undefined);
});

function types(main: string): string {
	return `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x.xml" ContentType="application/${main}.main+xml"/></Types>`;
}

/** An archive of uncompressed files, without its directory: enough for its kind to be told. */
function zip(files: [name: string, text: string][]): Buffer {
	return Buffer.concat(
		files.flatMap(([name, text]) => {
			const header = Buffer.alloc(30);
			header.write("PK\u0003\u0004", "latin1");
			header.writeUInt16LE(20, 4);
			header.writeUInt32LE(text.length, 18);
			header.writeUInt32LE(text.length, 22);
			header.writeUInt16LE(name.length, 26);
			return [header, Buffer.from(name), Buffer.from(text)];
		}),
	);
}
